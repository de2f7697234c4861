package io.shisei.dashboard;

import io.shisei.control.Evidence;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Why a control judged as it did, as pages show it. */
public record Proof(List<Value> values, List<String> violations, Set<String> unread) {

    public static final Proof NONE = new Proof(List.of(), List.of(), Set.of());

    /** What the control read at a path. */
    public record Value(String path, String json) {}

    public boolean isEmpty() {
        return values.isEmpty() && violations.isEmpty() && unread.isEmpty();
    }

    public static Proof of(Evidence evidence, Documents documents) {
        var values = new TreeMap<>(evidence.values())
                .entrySet().stream()
                        .map(it -> new Value(it.getKey(), documents.json(it.getValue())))
                        .toList();
        return new Proof(
                values, evidence.violations().stream().map(documents::json).toList(), evidence.unread());
    }
}
