/** Accounts beside each other. */
@NamedInterface("rank")
@NullMarked
package io.shisei.score.rank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
