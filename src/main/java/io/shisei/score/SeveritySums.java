package io.shisei.score;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.finding.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many findings of a standard fail by severity, as trends keep it: an array, the gravest first. */
public final class SeveritySums {

    /** Adds up {@code failed} of rows that have a {@code severity}. */
    static final String ADD_UP = Arrays.stream(Severity.values())
            .map("coalesce(sum(failed) filter (where severity = '%s'), 0)::bigint"::formatted)
            .collect(Collectors.joining(", ", "array[", "]"));

    /** Adds up arrays. */
    public static final String ADD_UP_SUMS = Arrays.stream(Severity.values())
            .map(severity -> "sum(failing_by_severity[%d])::bigint".formatted(severity.ordinal() + 1))
            .collect(Collectors.joining(", ", "array[", "]"));

    private SeveritySums() {}

    static Long[] of(Standard standard, Map<ControlId, ControlScore> now, Controls controls) {
        var failing = new HashMap<ControlId, Long>();
        now.forEach((id, score) -> failing.put(id, score.counts().failed()));
        var sums = bySeverity(standard, failing, controls);
        return Arrays.stream(Severity.values())
                .map(severity -> sums.getOrDefault(severity, 0L))
                .toArray(Long[]::new);
    }

    /** Adds up what fails of the controls of a standard. */
    private static Map<Severity, Long> bySeverity(Standard standard, Map<ControlId, Long> failing, Controls controls) {
        var sums = new EnumMap<Severity, Long>(Severity.class);
        failing.forEach((id, findings) -> {
            if (standard.controls().contains(id)) {
                sums.merge(Finding.severityOf(controls.find(id)), findings, Long::sum);
            }
        });
        return sums;
    }

    /** Of each control of a standard, in their order. */
    public static Map<ControlId, Severity> severities(Standard standard, Controls controls) {
        var severities = new LinkedHashMap<ControlId, Severity>();
        standard.controls().forEach(id -> severities.put(id, Finding.severityOf(controls.find(id))));
        return severities;
    }

    /** Null where a version wrote the row that did not count by severity. */
    public static @Nullable Map<Severity, Long> read(ResultSet row) throws SQLException {
        var array = row.getArray("failing_by_severity");
        if (array == null) {
            return null;
        }
        var sums = (Long[]) array.getArray();
        var failing = new EnumMap<Severity, Long>(Severity.class);
        Arrays.stream(Severity.values()).forEach(severity -> failing.put(severity, sums[severity.ordinal()]));
        return failing;
    }
}
