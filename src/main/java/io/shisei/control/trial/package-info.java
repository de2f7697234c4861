/** Controls that are tried on a document before they are shipped. */
@NamedInterface("trial")
@NullMarked
package io.shisei.control.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
