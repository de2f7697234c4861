package io.shisei.finding;

import static java.util.Comparator.naturalOrder;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.deadline.TimesToFix;
import io.shisei.deadline.TimesToFix.Overdue;
import io.shisei.finding.rule.RuleSql;
import io.shisei.paging.Page;
import io.shisei.paging.Where;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a filter of findings asks of the database.
 *
 * @param filter as its text is understood
 * @param chosen the controls that it lets through
 * @param text null: none is looked for
 * @param rare whether few resources have the text
 */
public record SoughtFindings(
        FindingFilter filter,
        ChosenControls chosen,
        @Nullable FindingText text,
        boolean rare,
        Controls controls,
        TimesToFix times,
        Clock clock) {

    /** The first condition is what an index finds; a deadline is found by the hash of its control and account. */
    private static final String OVERDUE = """
            f.failing_since < :due_latest::timestamptz and f.record_state = 'ACTIVE' and f.workflow_status <> 'SUPPRESSED'
            and exists (
                select from unnest(:due_controls::text[], :due_accounts::text[], :due_since::timestamptz[])
                    as due (control_id, account_id, since)
                where due.control_id = f.control_id and f.failing_since < due.since
                  and coalesce(due.account_id, '') = case when f.account_id = any(:own_deadlines::text[]) then f.account_id else '' end)
            """;

    /** Whether all that is sought is little, and an index has it: a rare text, or what the filter has little of. */
    public boolean isOfFew() {
        return rare || filter.isOfFew();
    }

    /** The findings {@code f}; of a rare text those that have it, which are found before anything else is asked of them. */
    String findings() {
        return text != null && rare
                ? "(select f.* from finding f" + text.byIndexes().where() + " offset 0)"
                : "finding";
    }

    /** What the conditions are on: the findings {@code f}, and where they need them their resources {@code r}. */
    public String from() {
        return asksForResources() || text != null && !rare ? RuleSql.from(findings()) : findings() + " f";
    }

    private boolean asksForResources() {
        return !filter.resourceArns().isEmpty() || !filter.resourceTypes().isEmpty() && !impliesTypes();
    }

    /** Whether types are asked for of active findings alone, which are of the controls that judge one of them now. */
    private boolean choosesByType() {
        return !filter.resourceTypes().isEmpty() && filter.recordStates().equals(Set.of(RecordState.ACTIVE));
    }

    /** Whether the controls that it chooses judge no other types. */
    private boolean impliesTypes() {
        return choosesByType()
                && controls.all().stream()
                        .filter(control -> lets(control.id()))
                        .allMatch(control -> filter.resourceTypes().containsAll(control.types()));
    }

    /** Whether it finds findings of some controls only. */
    public boolean choosesControls() {
        return !filter.controlIds().isEmpty() || choosesByKind();
    }

    private boolean choosesByKind() {
        return !filter.services().isEmpty()
                || !filter.standards().isEmpty()
                || !filter.severities().isEmpty()
                || choosesByType();
    }

    /** Whether it may find findings of a control. */
    public boolean lets(ControlId id) {
        return chosen.lets(id) && (!choosesByType() || chosen.byType(id));
    }

    /** How many there are. */
    public Page.Total count(JdbcClient jdbc) {
        return where().count(jdbc, from());
    }

    /** On what {@link #from} names. */
    public Where where() {
        var where = ofAnyControl().in("f.control_id", filter.controlIds());
        if (choosesByKind()) {
            where.and("f.control_id = any(:chosen)", "chosen", chosenIds());
        }
        return where;
    }

    /** As {@link #where}, but for all that the filter says of controls. */
    public Where ofAnyControl() {
        var where = ofAnyControlAndDeadline();
        if (filter.overdue()) {
            overdue(where);
        }
        return where;
    }

    /** As {@link #ofAnyControl}, but for what is overdue. */
    public Where ofAnyControlAndDeadline() {
        var where = new Where()
                .in("f.account_id", filter.accountIds())
                .in("f.region", filter.regions())
                .in("f.compliance_status", filter.complianceStatuses())
                .in("f.record_state", filter.recordStates())
                .in("r.arn", filter.resourceArns())
                .in("r.type", impliesTypes() ? Set.of() : filter.resourceTypes());
        if (text != null) {
            restrict(where, text);
        }
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
        return where;
    }

    private void restrict(Where where, FindingText searched) {
        if (rare) {
            where.parameters().putAll(searched.byIndexes().parameters());
        } else {
            var each = searched.oneByOne();
            where.and(each.condition()).parameters().putAll(each.parameters());
        }
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

    private void overdue(Where where) {
        var overdue = times.overdue(controls.all(), clock.instant()).stream()
                .filter(it -> lets(it.control()))
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

    private String[] chosenIds() {
        return controls.all().stream()
                .map(Control::id)
                .filter(this::lets)
                .map(ControlId::value)
                .toArray(String[]::new);
    }
}
