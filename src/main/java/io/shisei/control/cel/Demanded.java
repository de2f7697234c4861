package io.shisei.control.cel;

import io.shisei.control.cel.partial.Uncertain;
import io.shisei.control.cel.reason.Sentence.Values;
import io.shisei.control.cel.reason.Sentences;
import io.shisei.control.cel.value.PlainValues;
import java.util.List;
import java.util.TreeSet;

/**
 * What the value of a demand means: of a truth, that it holds; of a list of violations, that there is none.
 *
 * @param told what is said of it
 * @param values of this judging, for what is said
 */
record Demanded(Sentences told, Values values) {

    Outcome outcome(Object demand) {
        if (demand instanceof Boolean truth) {
            return truth ? holds() : new Outcome.Fails(List.of(), new TreeSet<>(), told.ofFailing(values));
        }
        return demand instanceof List<?> violations && violations.isEmpty() ? holds() : violations(demand);
    }

    private Outcome holds() {
        return new Outcome.Holds(told.ofPassing(values));
    }

    private Outcome violations(Object demand) {
        var violations = Uncertain.certainMembers(demand);
        return violations.isEmpty()
                ? new Outcome.Unclear(Uncertain.causes(demand))
                : new Outcome.Fails(
                        PlainValues.of(violations), Uncertain.causes(demand), told.ofViolations(violations, values));
    }
}
