package io.shisei.dashboard.report;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.dashboard.trend.Repair;
import io.shisei.finding.Counts;
import java.util.Locale;

/** A control in a report: what fails, and how mending goes. */
record ControlLine(ControlId id, String title, Severity severity, Counts counts, Repair repair) {

    static ControlLine of(Control control, Counts counts, Repair repair, Locale locale) {
        return new ControlLine(control.id(), control.title().in(locale), control.severity(), counts, repair);
    }

    public long judged() {
        return counts.passed() + counts.failed();
    }
}
