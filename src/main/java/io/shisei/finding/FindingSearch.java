package io.shisei.finding;

import static java.util.Comparator.naturalOrder;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.deadline.TimesToFix;
import io.shisei.deadline.TimesToFix.Overdue;
import io.shisei.finding.rule.RuleSql;
import io.shisei.paging.Where;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What a filter of findings asks of the database. */
public record FindingSearch(Controls controls, Clock clock) {

    /** The first condition is what an index finds. */
    private static final String OVERDUE = """
            f.failing_since < :due_latest::timestamptz and f.record_state = 'ACTIVE' and f.workflow_status <> 'SUPPRESSED'
            and exists (
                select from unnest(:due_controls::text[], :due_accounts::text[], :due_since::timestamptz[])
                    as due (control_id, account_id, since)
                where due.control_id = f.control_id and f.failing_since < due.since
                  and due.account_id is not distinct from
                      case when f.account_id = any(:own_deadlines::text[]) then f.account_id end)
            """;

    /** What a filter's conditions are on: the findings {@code f}, and where it asks for them their resources {@code r}. */
    public static String from(FindingFilter filter) {
        return filter.asksForResources() ? RuleSql.FROM : "finding f";
    }

    /** On what {@link #from} names. */
    public Where where(FindingFilter filter, TimesToFix times) {
        var where = ofAnyControl(filter, times).in("f.control_id", filter.controlIds());
        if (!filter.services().isEmpty()
                || !filter.standards().isEmpty()
                || !filter.severities().isEmpty()) {
            where.and("f.control_id = any(:chosen)", "chosen", chosen(filter));
        }
        return where;
    }

    /** As {@link #where}, but for all that the filter says of controls. */
    public Where ofAnyControl(FindingFilter filter, TimesToFix times) {
        var where = new Where()
                .in("f.account_id", filter.accountIds())
                .in("f.region", filter.regions())
                .in("f.compliance_status", filter.complianceStatuses())
                .in("f.record_state", filter.recordStates())
                .in("r.arn", filter.resourceArns())
                .in("r.type", filter.resourceTypes())
                .contains(filter.text(), "r.arn", "r.name", "f.control_id", "f.reason", "f.reason_ja");
        if (filter.workflowStatuses().equals(WorkflowStatus.OPEN)) {
            where.and("f.workflow_status <> 'SUPPRESSED'"); // as indexes say it
        } else {
            where.in("f.workflow_status", filter.workflowStatuses());
        }
        if (!filter.ids().isEmpty()) {
            where.and("f.id = any(:ids)", "ids", filter.ids().toArray(UUID[]::new));
        }
        if (filter.accountIds().isEmpty()) {
            where.and("f.account_id not in (select id from retired_account)");
        }
        if (filter.assignees().restricts()) {
            assigned(where, filter.assignees());
        }
        if (filter.overdue()) {
            overdue(where, new ChosenControls(controls, filter), times);
        }
        return where;
    }

    private static void assigned(Where where, FindingFilter.Assignees assignees) {
        var names = assignees.names();
        if (names.isEmpty()) {
            where.and("f.assignee is null");
        } else if (assignees.isOne()) {
            where.and("f.assignee = :assignee", "assignee", names.iterator().next());
        } else {
            where.and(
                    assignees.nobody()
                            ? "(f.assignee is null or f.assignee = any(:assignees))"
                            : "f.assignee = any(:assignees)",
                    "assignees",
                    names.toArray(String[]::new));
        }
    }

    private void overdue(Where where, ChosenControls chosen, TimesToFix times) {
        var overdue = times.overdue(controls.all(), clock.instant()).stream()
                .filter(it -> chosen.lets(it.control()))
                .toList();
        where.and(OVERDUE);
        var parameters = where.parameters();
        var latest = overdue.stream().map(Overdue::since).max(naturalOrder()).orElse(Instant.EPOCH); // nothing is
        parameters.put("due_latest", latest.toString());
        parameters.put("own_deadlines", times.accounts().toArray(String[]::new));
        parameters.put(
                "due_controls", overdue.stream().map(it -> it.control().value()).toArray(String[]::new));
        parameters.put("due_accounts", overdue.stream().map(Overdue::account).toArray(String[]::new));
        parameters.put(
                "due_since", overdue.stream().map(it -> it.since().toString()).toArray(String[]::new));
    }

    private String[] chosen(FindingFilter filter) {
        var chosen = new ChosenControls(controls, filter);
        return controls.all().stream()
                .map(Control::id)
                .filter(id -> chosen.bySeverity(id) && chosen.byKind(id))
                .map(ControlId::value)
                .toArray(String[]::new);
    }
}
