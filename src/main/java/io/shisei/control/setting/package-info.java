/** What operators changed about controls: whether they are on, and the values of their parameters. */
@NullMarked
package io.shisei.control.setting;

import org.jspecify.annotations.NullMarked;
