package io.shisei.suppression.foreign;

import io.shisei.finding.rule.FindingMatch;
import io.shisei.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of another product.
 *
 * @param line where it stands in its file, from 1
 * @param match what it hides, as ours says it; null where ours cannot
 * @param reason its own; null where it has none
 * @param remarks what ours does not say as it did
 */
public record ForeignRule(
        int line,
        String name,
        @Nullable FindingMatch match,
        @Nullable String reason,
        List<Refusal> remarks) {}
