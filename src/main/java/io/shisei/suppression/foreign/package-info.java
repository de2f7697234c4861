/** Rules of other products, read as far as ours can say the same. */
@NamedInterface("foreign")
@NullMarked
package io.shisei.suppression.foreign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
