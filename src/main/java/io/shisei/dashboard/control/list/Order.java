package io.shisei.dashboard.control.list;

import java.util.Comparator;

/** How the controls may be sorted. */
public enum Order {
    ID(Comparator.comparing(ControlRow::id)),
    SEVERITY(Comparator.comparing(ControlRow::severity)),
    STATUS(Comparator.comparing(ControlRow::status).thenComparing(ControlRow::severity)),
    SCORE(Comparator.comparing(row -> row.counts().score(), Comparator.nullsLast(Comparator.<Double>naturalOrder()))),
    CHANGE(Comparator.comparing(ControlRow::change, Comparator.nullsLast(Comparator.<Double>naturalOrder()))),
    FAILED(Comparator.<ControlRow>comparingLong(row -> row.counts().failed()).reversed());

    private final Comparator<ControlRow> comparator;

    Order(Comparator<ControlRow> comparator) {
        this.comparator = comparator;
    }

    Comparator<ControlRow> comparator() {
        return comparator.thenComparing(ControlRow::id);
    }
}
