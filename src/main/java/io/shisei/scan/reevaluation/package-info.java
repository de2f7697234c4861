/** Judging what is stored again, without asking AWS, because something else is said of controls than before. */
@NamedInterface("reevaluation")
@NullMarked
package io.shisei.scan.reevaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
