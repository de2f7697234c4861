package io.shisei.control.cel;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/**
 * A part of the document that a condition reads.
 *
 * @param path the fields that lead there; it ends at the first list
 * @param within where the path ends at a list, what is read of its elements; empty when only the list itself is
 */
public record Read(List<String> path, SortedSet<List<String>> within) implements Comparable<Read> {

    static final Comparator<List<String>> BY_NAME = Comparator.comparing(steps -> String.join(".", steps));

    /** The path with dots, {@code VpcConfig.SubnetIds}. */
    public String name() {
        return String.join(".", path);
    }

    /** The field of the document that the path begins with. */
    public String field() {
        return path.getFirst();
    }

    @Override
    public int compareTo(Read other) {
        return name().compareTo(other.name());
    }
}
