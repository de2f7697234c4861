/** Documents as CEL sees them. */
@NullMarked
package io.shisei.control.cel.value;

import org.jspecify.annotations.NullMarked;
