package io.shisei.dashboard.control.list;

import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.dashboard.Pick;
import io.shisei.refusal.Limits;
import io.shisei.score.ControlStatus;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which controls are listed, and how, as the address says it. */
record ControlFilter(
        @Nullable Set<String> service,
        @Nullable Set<Severity> severity,
        @Nullable Set<ControlStatus> status,
        @Nullable Set<String> standardId,
        @Nullable String q,
        @Nullable String ou,
        @Nullable String account,
        @Nullable Order sort,
        @Nullable Grouping group) {

    void check() {
        Limits.choices("service", service);
        Limits.choices("severity", severity);
        Limits.choices("status", status);
        Limits.atMost("q", q, Limits.SEARCH);
    }

    public Order order() {
        return sort == null ? Order.ID : sort;
    }

    public Grouping grouping() {
        return group == null ? Grouping.SERVICE : group;
    }

    boolean lets(ControlRow row, Controls controls) {
        return letsButForStatus(row, controls) && Pick.lets(status, row.status());
    }

    /** As if no status were chosen. */
    boolean letsButForStatus(ControlRow row, Controls controls) {
        return Pick.lets(service, row.service())
                && Pick.lets(severity, row.severity())
                && (q == null || row.contains(q.strip().toLowerCase(Locale.ROOT)))
                && isIn(row, controls);
    }

    private boolean isIn(ControlRow row, Controls controls) {
        return standardId == null
                || standardId.isEmpty()
                || controls.members(standardId).contains(row.id());
    }
}
