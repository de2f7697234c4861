/** Why trends move: what lies between one day's point and the next. */
@NamedInterface("step")
@NullMarked
package io.shisei.score.step;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
