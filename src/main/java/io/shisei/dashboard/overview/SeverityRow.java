package io.shisei.dashboard.overview;

import io.shisei.control.Severity;
import io.shisei.score.StandardScore;
import io.shisei.score.StandardScore.BySeverity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What fails of one severity: so many of the controls that are on, and findings. */
record SeverityRow(Severity severity, int failed, int controls, long findings) {

    private static final BySeverity NONE = new BySeverity(0, 0, 0);

    static List<SeverityRow> of(StandardScore score) {
        return Arrays.stream(Severity.values())
                .map(it -> of(it, score.severities().getOrDefault(it, NONE)))
                .toList();
    }

    /** Findings that fail. */
    static Map<Severity, Long> failing(List<SeverityRow> rows) {
        return rows.stream().collect(Collectors.toMap(SeverityRow::severity, SeverityRow::findings));
    }

    private static SeverityRow of(Severity severity, BySeverity by) {
        return new SeverityRow(severity, by.failedControls(), by.controls(), by.failedFindings());
    }
}
