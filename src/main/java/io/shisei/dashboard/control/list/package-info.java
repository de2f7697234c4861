/** The list of controls. */
@NullMarked
package io.shisei.dashboard.control.list;

import org.jspecify.annotations.NullMarked;
