/** The pages of findings. */
@NullMarked
package io.shisei.dashboard.finding;

import org.jspecify.annotations.NullMarked;
