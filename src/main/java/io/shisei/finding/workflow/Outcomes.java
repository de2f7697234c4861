package io.shisei.finding.workflow;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What came of how many findings. */
public record Outcomes(Map<Outcome, Long> counts) {

    static final Outcomes NONE = new Outcomes(Map.of());

    public long changed() {
        return of(Outcome.CHANGED);
    }

    /** How many stayed as they are, by why. */
    public Map<Outcome, Long> skipped() {
        var skipped = new EnumMap<Outcome, Long>(Outcome.class);
        skipped.putAll(counts);
        skipped.remove(Outcome.CHANGED);
        return skipped;
    }

    long of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    Outcomes plus(Outcomes other) {
        var sum = new EnumMap<Outcome, Long>(Outcome.class);
        Arrays.stream(Outcome.values())
                .filter(outcome -> of(outcome) + other.of(outcome) > 0)
                .forEach(outcome -> sum.put(outcome, of(outcome) + other.of(outcome)));
        return new Outcomes(sum);
    }
}
