package io.shisei.finding;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.paging.Where;

/** What a filter of findings asks of the database. */
record FindingSearch(Controls controls) {

    /** On the findings {@code f} and their resources {@code r}. */
    Where where(FindingFilter filter) {
        var where = new Where()
                .in("f.account_id", filter.accountIds())
                .in("f.region", filter.regions())
                .in("f.compliance_status", filter.complianceStatuses())
                .in("f.workflow_status", filter.workflowStatuses())
                .in("f.record_state", filter.recordStates())
                .in("r.arn", filter.resourceArns())
                .in("r.type", filter.resourceTypes())
                .in("f.control_id", filter.controlIds())
                .contains(filter.text(), "r.arn", "r.name", "f.control_id", "f.reason", "f.reason_ja");
        if (filter.accountIds().isEmpty()) {
            where.and("f.account_id not in (select id from counted_account where until <> 'infinity')");
        }
        if (!filter.services().isEmpty()
                || !filter.standards().isEmpty()
                || !filter.severities().isEmpty()) {
            where.and("f.control_id = any(:chosen)", "chosen", chosen(filter));
        }
        return where;
    }

    private String[] chosen(FindingFilter filter) {
        var members = controls.members(filter.standards());
        return controls.all().stream()
                .filter(control -> filter.standards().isEmpty() || members.contains(control.id()))
                .filter(control ->
                        filter.services().isEmpty() || filter.services().contains(control.service()))
                .filter(control ->
                        filter.severities().isEmpty() || filter.severities().contains(control.severity()))
                .map(Control::id)
                .map(ControlId::value)
                .toArray(String[]::new);
    }
}
