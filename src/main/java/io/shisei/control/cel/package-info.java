/** Conditions in CEL: compiled against the shapes of AWS, and evaluated over documents. */
@NullMarked
package io.shisei.control.cel;

import org.jspecify.annotations.NullMarked;
