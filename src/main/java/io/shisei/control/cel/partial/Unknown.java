package io.shisei.control.cel.partial;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Any value at all. */
public record Unknown(SortedSet<String> causes) implements Uncertain {

    static Unknown because(String cause) {
        return new Unknown(new TreeSet<>(List.of(cause)));
    }

    /** What depends on all these values, some of which are not known. */
    static Unknown of(List<?> values) {
        return new Unknown(Uncertain.causes(values));
    }
}
