/** The pages of controls. */
@NullMarked
package io.shisei.dashboard.control;

import org.jspecify.annotations.NullMarked;
