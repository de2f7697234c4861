package io.shisei.control.cel.partial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A value that is not known, or not wholly. It stands for every value that it might be. Lists and maps whose members
 * are there for certain are plain ones, even where what a member is is not known.
 */
public sealed interface Uncertain permits Unknown, Bag, Between, Entries {

    /** What would have to be read, or mended, for the value to be known: texts as a finding's reason shows them. */
    SortedSet<String> causes();

    /** Everything that keeps {@code value} from being known; empty when it is. */
    static SortedSet<String> causes(Object value) {
        var causes = new TreeSet<String>();
        collect(value, causes);
        return causes;
    }

    /** The members of a list that are in it for certain, unknown ones among them; none of what is no list. */
    static List<Object> certainMembers(Object list) {
        return list instanceof Unknown
                ? List.of()
                : Bag.of(list).stream()
                        .flatMap(bag -> bag.members().stream())
                        .filter(Bag.Member::isCertain)
                        .map(Bag.Member::value)
                        .toList();
    }

    static boolean isKnown(Object value) {
        return switch (value) {
            case Uncertain ignored -> false;
            case List<?> list -> allKnown(list);
            case Map<?, ?> map -> allKnown(map.values());
            default -> true;
        };
    }

    static boolean allKnown(Collection<?> values) {
        for (var value : values) {
            if (!isKnown(value)) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Object value, SortedSet<String> causes) {
        switch (value) {
            case Uncertain uncertain -> causes.addAll(uncertain.causes());
            case List<?> list -> list.forEach(item -> collect(item, causes));
            case Map<?, ?> map -> map.values().forEach(item -> collect(item, causes));
            default -> {} // known
        }
    }
}
