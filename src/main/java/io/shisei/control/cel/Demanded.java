package io.shisei.control.cel;

import io.shisei.control.cel.partial.Uncertain;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/** What the value of a demand means: of a truth, that it holds; of a list of violations, that there is none. */
final class Demanded {

    private static final Outcome HOLDS = new Outcome.Holds();
    private static final SortedSet<String> NOTHING = Collections.emptySortedSet();
    private static final Outcome FAILS = new Outcome.Fails(List.of(), NOTHING);

    private Demanded() {}

    static Outcome outcome(Object demand) {
        if (demand instanceof Boolean truth) {
            return truth ? HOLDS : FAILS;
        }
        if (demand instanceof List<?> violations && Uncertain.isKnown(violations)) {
            return violations.isEmpty() ? HOLDS : new Outcome.Fails(PlainValues.of(violations), NOTHING);
        }
        return violations(demand);
    }

    private static Outcome violations(Object demand) {
        var violations = Uncertain.certainMembers(demand);
        return violations.isEmpty()
                ? new Outcome.Unclear(Uncertain.causes(demand))
                : new Outcome.Fails(PlainValues.of(violations), Uncertain.causes(demand));
    }
}
