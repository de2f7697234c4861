/** The sample account: a recorded inventory with ninety days of history, for those who look around. */
@NullMarked
package io.shisei.sample;

import org.jspecify.annotations.NullMarked;
