package io.shisei.control.cel.partial;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** A map of which only some entries could be read; {@code cause} is why there may be more. */
record Entries(Map<?, ?> known, String cause) implements Uncertain {

    /** What stands under {@code key}. */
    Object get(Object key) {
        return known.get(key) instanceof Object value ? value : Unknown.because(cause);
    }

    @Override
    public SortedSet<String> causes() {
        var causes = new TreeSet<>(Uncertain.causes(known));
        causes.add(cause);
        return causes;
    }
}
