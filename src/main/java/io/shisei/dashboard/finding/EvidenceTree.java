package io.shisei.dashboard.finding;

import io.shisei.control.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a control read of a resource, as a tree by the fields of the document in which what is wrong is marked. */
record EvidenceTree(List<Node> roots) {

    /** Of the elements of a list, those that are shown; of those that are wrong all are. */
    private static final int SHOWN = 12;

    /**
     * A field or an element.
     *
     * @param text its value; null where it has parts
     * @param marked whether it is what is wrong
     * @param more how many further elements are not shown
     */
    record Node(String name, @Nullable String text, boolean marked, List<Node> parts, int more) {

        /** Whether it, or a part of it, is wrong. */
        boolean hasMark() {
            return marked || parts.stream().anyMatch(Node::hasMark);
        }
    }

    /** @param wrong tells of a value at a field whether it is what is wrong */
    static EvidenceTree of(Evidence evidence, Wrong wrong) {
        var fields = new TreeMap<String, Object>();
        evidence.values().forEach((path, value) -> put(fields, List.of(path.split("\\.")), value));
        return new EvidenceTree(fields.entrySet().stream()
                .map(it -> node(it.getKey(), it.getValue(), wrong))
                .toList());
    }

    /** Whether something is marked. */
    public boolean hasMark() {
        return roots.stream().anyMatch(Node::hasMark);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> fields, List<String> path, Object value) {
        if (path.size() == 1) {
            fields.put(path.getFirst(), value);
        } else {
            var inner = fields.computeIfAbsent(path.getFirst(), name -> new TreeMap<String, Object>());
            put((Map<String, Object>) inner, path.subList(1, path.size()), value);
        }
    }

    private static Node node(String name, @Nullable Object value, Wrong wrong) {
        var marked = wrong.is(name, value);
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return new Node(name, null, marked, fields(map, wrong), 0);
        }
        return value instanceof List<?> list && !list.isEmpty()
                ? elements(name, list, marked, wrong)
                : new Node(name, String.valueOf(value), marked, List.of(), 0);
    }

    private static List<Node> fields(Map<?, ?> map, Wrong wrong) {
        return map.entrySet().stream()
                .map(it -> node(it.getKey().toString(), it.getValue(), wrong))
                .toList();
    }

    private static Node elements(String name, List<?> list, boolean marked, Wrong wrong) {
        var shown = new ArrayList<Node>();
        for (int i = 0; i < list.size(); i++) {
            var element = node("[" + i + "]", list.get(i), wrong);
            if (i < SHOWN || element.hasMark()) {
                shown.add(element);
            }
        }
        return new Node(name, null, marked, shown, list.size() - shown.size());
    }
}
