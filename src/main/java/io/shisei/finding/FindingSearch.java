package io.shisei.finding;

import static java.util.Comparator.naturalOrder;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.rule.RuleSql;
import io.shisei.paging.Where;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
                .in("f.workflow_status", filter.workflowStatuses())
                .in("f.record_state", filter.recordStates())
                .in("r.arn", filter.resourceArns())
                .in("r.type", filter.resourceTypes())
                .contains(filter.text(), "r.arn", "r.name", "f.control_id", "f.reason", "f.reason_ja");
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
            overdue(where, times);
        }
        return where;
    }

    private static void assigned(Where where, FindingFilter.Assignees assignees) {
        var names = assignees.names();
        if (names.isEmpty()) {
            where.and("f.assignee is null");
        } else if (names.size() == 1 && !assignees.nobody()) {
            where.and("f.assignee = :assignee", "assignee", names.iterator().next()); // an index has them in order
        } else {
            where.and(
                    assignees.nobody()
                            ? "(f.assignee is null or f.assignee = any(:assignees))"
                            : "f.assignee = any(:assignees)",
                    "assignees",
                    names.toArray(String[]::new));
        }
    }

    /** An account with deadlines of its own has them all written out. */
    private void overdue(Where where, TimesToFix times) {
        var own = times.accounts();
        var due = Stream.concat(
                        Stream.of(Optional.<String>empty()), own.stream().map(Optional::of))
                .flatMap(account -> due(times, account.orElse(null)))
                .toList();
        where.and(OVERDUE);
        var parameters = where.parameters();
        var latest = due.stream().map(Due::since).max(naturalOrder()).orElse(Instant.EPOCH); // nothing fails since then
        parameters.put("due_latest", latest.toString());
        parameters.put("own_deadlines", own.toArray(String[]::new));
        parameters.put("due_controls", due.stream().map(Due::control).toArray(String[]::new));
        parameters.put("due_accounts", due.stream().map(Due::account).toArray(String[]::new));
        parameters.put(
                "due_since", due.stream().map(Due::since).map(Instant::toString).toArray(String[]::new));
    }

    /** What fails since before that time is overdue. */
    private record Due(String control, @Nullable String account, Instant since) {}

    private Stream<Due> due(TimesToFix times, @Nullable String account) {
        return times.overdueSince(controls.all(), account, clock.instant()).entrySet().stream()
                .map(it -> new Due(it.getKey().value(), account, it.getValue()));
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
