/** What rules say that hide findings, and how findings follow them. */
@NamedInterface("rule")
@NullMarked
package io.shisei.finding.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
