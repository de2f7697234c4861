package io.shisei.control.cel;

import com.google.common.collect.Sets;
import io.shisei.control.cel.check.Idents;
import java.util.Set;

/**
 * Which parameters and tables an expression uses.
 *
 * @param asked the parameters of which it asks whether they are set
 * @param switches whether it asks which controls are on
 */
public record Use(Set<String> parameters, Set<String> asked, Set<String> tables, boolean switches) {

    static final Use NOTHING = new Use(Set.of(), Set.of(), Set.of(), false);

    static Use of(Idents idents) {
        return new Use(
                idents.selected(Evaluation.PARAMS),
                idents.asked(Evaluation.PARAMS),
                idents.selected(Evaluation.TABLES),
                idents.names().contains(Evaluation.ENABLED));
    }

    public Use and(Use other) {
        return new Use(
                both(parameters, other.parameters),
                both(asked, other.asked),
                both(tables, other.tables),
                switches || other.switches);
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return Set.copyOf(Sets.union(one, other));
    }
}
