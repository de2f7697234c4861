/** One resource that is read again at once, because somebody believes to have mended it. */
@NamedInterface("recheck")
@NullMarked
package io.shisei.scan.recheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
