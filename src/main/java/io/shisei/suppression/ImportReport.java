package io.shisei.suppression;

import io.shisei.finding.rule.FindingMatch;
import io.shisei.refusal.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became, or would become, of the rules of another product, in the order of their file. */
public record ImportReport(List<Line> lines) {

    /** How much of a rule ours says. */
    public enum Outcome {
        /** All of it. */
        TAKEN,
        /** Not all, as the remarks say. */
        TAKEN_OTHERWISE,
        /** A rule that has not ended says the same, for the same reason and time. */
        THERE,
        /** It would hide something else, as the remarks say. */
        LEFT_OUT
    }

    /**
     * One rule.
     *
     * @param line where it stands, from 1
     * @param match what ours hides; null where it is left out
     * @param suppressionId the rule that was made or was there; null where none was, as before the import
     */
    public record Line(
            int line,
            String name,
            Outcome outcome,
            @Nullable FindingMatch match,
            @Nullable UUID suppressionId,
            List<Refusal> remarks) {}

    /** How many have an outcome. */
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
