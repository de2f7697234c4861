package io.shisei.control.cel;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns the paths that an expression selects into the parts of the document that it reads. */
public final class Reads {

    private Reads() {}

    static SortedSet<Read> of(Struct shape, Set<List<String>> paths) {
        var within = new TreeMap<List<String>, SortedSet<List<String>>>(Read.BY_NAME);
        for (var path : paths) {
            var split = lengthToList(shape, path);
            var inside = within.computeIfAbsent(path.subList(0, split), key -> new TreeSet<>(Read.BY_NAME));
            if (split < path.size() && !path.get(split).equals(Origins.ANY_KEY)) {
                inside.add(path.subList(split, path.size()));
            }
        }
        var deepest = new TreeSet<Read>();
        for (var entry : within.entrySet()) {
            if (within.keySet().stream().noneMatch(other -> leadsTo(entry.getKey(), other))) {
                deepest.add(new Read(List.copyOf(entry.getKey()), ends(entry)));
            }
        }
        return deepest;
    }

    private static SortedSet<List<String>> ends(Map.Entry<List<String>, SortedSet<List<String>>> entry) {
        var ends = new TreeSet<>(Read.BY_NAME);
        for (var path : entry.getValue()) {
            if (entry.getValue().stream().noneMatch(other -> leadsTo(path, other))) {
                ends.add(new ArrayList<>(path));
            }
        }
        return ends;
    }

    private static boolean leadsTo(List<String> path, List<String> other) {
        return path.size() < other.size() && other.subList(0, path.size()).equals(path);
    }

    /** How many steps of the path can be taken until its value is a list, a map entered by an unknown key, or a leaf. */
    private static int lengthToList(Struct shape, List<String> path) {
        FieldType type = shape;
        for (int i = 0; i < path.size(); i++) {
            var step = path.get(i);
            var next = switch (type) {
                case Struct struct -> struct.fields().get(step);
                case MapOf map -> step.equals(Origins.ANY_KEY) ? null : map.value();
                case ListOf ignored -> null;
                case FieldType.Scalar ignored -> null;
                case FieldType.Words ignored -> null;
            };
            if (next == null) {
                return i;
            }
            type = next;
        }
        return path.size();
    }
}
