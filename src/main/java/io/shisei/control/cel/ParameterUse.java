package io.shisei.control.cel;

import com.google.common.collect.Sets;
import io.shisei.control.cel.check.Idents;
import java.util.Set;

/**
 * Which parameters an expression uses.
 *
 * @param asked those of which it asks whether they are set
 */
public record ParameterUse(Set<String> used, Set<String> asked) {

    static final ParameterUse NONE = new ParameterUse(Set.of(), Set.of());

    static ParameterUse of(Idents idents) {
        return new ParameterUse(idents.selected(Evaluation.PARAMS), idents.asked(Evaluation.PARAMS));
    }

    public ParameterUse and(ParameterUse other) {
        return new ParameterUse(Set.copyOf(Sets.union(used, other.used)), Set.copyOf(Sets.union(asked, other.asked)));
    }
}
