package io.shisei.dashboard.control.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** By what the controls stand together. */
public enum Grouping {
    SERVICE,
    CATEGORY,
    NONE;

    /** The groups in the order of the first of their rows; {@code all} are those that the filters hide, too. */
    List<ControlGroup> groups(List<ControlRow> shown, List<ControlRow> all, Order order) {
        var rows = new LinkedHashMap<Object, List<ControlRow>>();
        shown.stream()
                .sorted(order.comparator())
                .forEach(row ->
                        rows.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        return rows.values().stream()
                .map(of -> ControlGroup.of(label(of.getFirst()), of, sharing(of.getFirst(), all)))
                .sorted(Comparator.comparing(group -> group.rows().getFirst(), order.comparator()))
                .toList();
    }

    private List<ControlRow> sharing(ControlRow row, List<ControlRow> all) {
        return all.stream().filter(other -> key(other).equals(key(row))).toList();
    }

    /** AWS writes the same service in two ways, AutoScaling and Autoscaling. */
    private Object key(ControlRow row) {
        return switch (this) {
            case SERVICE -> row.service().toLowerCase(Locale.ROOT);
            case CATEGORY -> row.category().group();
            case NONE -> "";
        };
    }

    private ControlGroup.Label label(ControlRow row) {
        return switch (this) {
            case SERVICE -> new ControlGroup.Label(row.service(), List.of());
            case CATEGORY -> new ControlGroup.Label(null, row.category().group().codes());
            case NONE -> new ControlGroup.Label(null, List.of());
        };
    }
}
