/** Values that operators may set for a control, and what they may be. */
@NamedInterface("parameter")
@NullMarked
package io.shisei.control.parameter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
