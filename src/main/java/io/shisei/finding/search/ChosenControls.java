package io.shisei.finding.search;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingFilter;
import java.util.Set;

/** Which controls a filter lets through, and by which of its parts. */
public final class ChosenControls {

    private final Controls controls;
    private final FindingFilter filter;
    private final Set<ControlId> members;

    public ChosenControls(Controls controls, FindingFilter filter) {
        this.controls = controls;
        this.filter = filter;
        this.members = controls.members(filter.standards());
    }

    public boolean lets(ControlId id) {
        return byName(id) && bySeverity(id) && byKind(id);
    }

    public boolean byName(ControlId id) {
        return filter.controlIds().isEmpty() || filter.controlIds().contains(id);
    }

    public boolean bySeverity(ControlId id) {
        return filter.severities().isEmpty() || filter.severities().stream().anyMatch(it -> isOf(it, id));
    }

    /** A control that the product does not have any more is found by none. */
    public boolean isOf(Severity severity, ControlId id) {
        return controls.find(id).filter(it -> it.severity() == severity).isPresent();
    }

    /** By service and standard. */
    public boolean byKind(ControlId id) {
        var service = filter.services().isEmpty()
                || controls.find(id)
                        .filter(control -> filter.services().contains(control.service()))
                        .isPresent();
        return service && (filter.standards().isEmpty() || members.contains(id));
    }

    /** Whether it judges one of the types; what it judged in an earlier version is archived. */
    public boolean byType(ControlId id) {
        return filter.resourceTypes().isEmpty()
                || controls.find(id)
                        .filter(control -> control.types().stream().anyMatch(filter.resourceTypes()::contains))
                        .isPresent();
    }

    public Severity severity(ControlId id) {
        return Finding.severityOf(controls.find(id));
    }
}
