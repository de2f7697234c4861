/** The pages: one controller for each group, whose templates show view models and decide nothing. */
@NullMarked
package io.shisei.dashboard;

import org.jspecify.annotations.NullMarked;
