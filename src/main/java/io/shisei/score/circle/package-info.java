/** Scores over time of one account, of those of a unit, or of all. */
@NamedInterface("circle")
@NullMarked
package io.shisei.score.circle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
