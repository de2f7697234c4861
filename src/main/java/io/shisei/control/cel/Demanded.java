package io.shisei.control.cel;

import io.shisei.control.cel.partial.Uncertain;
import java.util.List;
import java.util.TreeSet;

/** What the value of a demand means: of a truth, that it holds; of a list of violations, that there is none. */
final class Demanded {

    private static final Outcome HOLDS = new Outcome.Holds();
    private static final Outcome FAILS = new Outcome.Fails(List.of(), new TreeSet<>());

    private Demanded() {}

    static Outcome outcome(Object demand) {
        if (demand instanceof Boolean truth) {
            return truth ? HOLDS : FAILS;
        }
        return demand instanceof List<?> violations && violations.isEmpty() ? HOLDS : violations(demand);
    }

    private static Outcome violations(Object demand) {
        var violations = Uncertain.certainMembers(demand);
        return violations.isEmpty()
                ? new Outcome.Unclear(Uncertain.causes(demand))
                : new Outcome.Fails(PlainValues.of(violations), Uncertain.causes(demand));
    }
}
