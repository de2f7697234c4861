package io.shisei.control;

import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.Read;
import io.shisei.inventory.ResourceType;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a control judges resources of a type, as its file writes it, in CEL.
 *
 * @param definitions expressions by the name under which the others use them
 * @param applies when it has anything to say of a resource; null: always
 * @param demand a truth, or the list of the offending parts
 * @param parts whether {@code demand} is such a list, and a resource without any of them passes
 * @param reads the IAM actions that reading takes, by path in the document
 */
public record ConditionText(
        String resourceType,
        Map<String, String> definitions,
        @Nullable String applies,
        String demand,
        boolean parts,
        SortedMap<String, SortedSet<String>> reads) {

    static ConditionText of(Target target) {
        var clauses = target.condition().clauses();
        return new ConditionText(
                target.type().name(),
                clauses.definitions(),
                clauses.applies(),
                clauses.demand(),
                clauses.kind() == Demand.VIOLATIONS,
                reads(target.type(), target.condition().reads()));
    }

    private static SortedMap<String, SortedSet<String>> reads(ResourceType type, SortedSet<Read> reads) {
        var actions = new TreeMap<String, SortedSet<String>>();
        for (var read : reads) {
            var own = type.parts().getOrDefault(read.field(), Set.copyOf(type.listing()));
            actions.put(read.name(), new TreeSet<>(own));
        }
        return actions;
    }
}
