/** What befell findings, and what of it moved the counts that scores are made of. */
@NamedInterface("history")
@NullMarked
package io.shisei.finding.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
