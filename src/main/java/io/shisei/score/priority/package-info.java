/** What to fix first. */
@NamedInterface("priority")
@NullMarked
package io.shisei.score.priority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
