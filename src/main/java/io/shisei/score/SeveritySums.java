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
        var sums = new Long[Severity.values().length];
        Arrays.fill(sums, 0L);
        for (var id : standard.controls()) {
            var score = now.get(id);
            if (score != null) {
                sums[Finding.severityOf(controls.find(id)).ordinal()] +=
                        score.counts().failed();
            }
        }
        return sums;
    }

    /** Of each control of a standard, in their order. */
    static String[] severities(Standard standard, Controls controls) {
        return standard.controls().stream()
                .map(id -> Finding.severityOf(controls.find(id)).name())
                .toArray(String[]::new);
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
