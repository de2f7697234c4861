package io.shisei.finding.search;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNullElse;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.deadline.TimesToFix;
import io.shisei.deadline.TimesToFix.Overdue;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.rule.RuleSql;
import io.shisei.inventory.Json;
import io.shisei.paging.Page;
import io.shisei.paging.Where;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a filter of findings asks of the database.
 *
 * @param filter as its text is understood
 * @param chosen the controls that it lets through
 * @param text how its text is found; null: none is looked for
 */
public record SoughtFindings(
        FindingFilter filter,
        ChosenControls chosen,
        @Nullable TextWay text,
        Controls controls,
        TimesToFix times,
        Clock clock) {

    /** The first conditions are what an index finds; deadlines are looked up by account, where it has its own, and control. */
    private static final String OVERDUE = """
            f.failing_since < :due_latest::timestamptz and f.record_state = 'ACTIVE' and f.workflow_status <> 'SUPPRESSED'
            and f.compliance_status <> 'PASSED'
            and f.failing_since < (:due::jsonb
                    -> case when f.account_id = any(:own_deadlines::text[]) then f.account_id else '' end
                    ->> f.control_id)::timestamptz
            """;

    /** As an index says it of all that is active, but for what passes and needs no work: few of many. */
    private static final String UNSETTLED = "(f.compliance_status <> 'PASSED' or f.workflow_status <> 'RESOLVED')";

    /** Of more controls all findings are read in their order, among which theirs are then not rare. */
    public static final int FEW_CONTROLS = 40;

    /** Of more accounts an index of each control is read instead of one of each account and control. */
    public static final int FEW_ACCOUNTS = 5;

    /** Whether all that is sought is little, and an index has it: a rare text, or what the filter has little of. */
    public boolean isOfFew() {
        return rare() || filter.isOfFew();
    }

    /** Whether a text is looked for of which all that has it is found at once. */
    public boolean rare() {
        return text != null && text.rare();
    }

    /** Whether a text is looked for that so many have that findings with it are soon met in any order. */
    public boolean common() {
        return text != null && !rare();
    }

    /** The findings {@code f}; of a rare text those that have it, which are found before anything else is asked of them. */
    public String findings() {
        return text == null ? "finding" : text.findings();
    }

    /** The same of what is unsettled alone: ids and what filters ask for can be read of it, other columns not. */
    public SoughtFindings amongUnsettled() {
        return text == null || text.unsettled() == null
                ? this
                : new SoughtFindings(filter, chosen, text.amongUnsettled(), controls, times, clock);
    }

    /** Whether a text is compared along indexes that have no accounts of their own. */
    public boolean isAlongUnsettled() {
        return text != null && !text.rare() && !text.comparesResources();
    }

    /** What the conditions are on: the findings {@code f}, and where they need them their resources {@code r}. */
    public String from() {
        return asksForResources() || text != null && text.comparesResources()
                ? RuleSql.from(findings())
                : findings() + " f";
    }

    /** Whether the resource of each finding has to be looked up. */
    public boolean asksForResources() {
        return !filter.resourceArns().isEmpty() || !filter.resourceTypes().isEmpty() && !impliesTypes();
    }

    /** Whether types are asked for of active findings alone, which are of the controls that judge one of them now. */
    private boolean choosesByType() {
        return !filter.resourceTypes().isEmpty() && filter.asksForActiveAlone();
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
        var of = filter.findsUnsettledAlone() ? amongUnsettled() : this;
        return of.where().count(jdbc, of.from());
    }

    /** On what {@link #from} names. */
    public Where where() {
        var where = ofAnyControl().in("f.control_id", filter.controlIds());
        if (choosesByKind()) {
            var chosenIds = chosenIds();
            // of many controls the planner would read the index of each
            var control = chosenIds.length > FEW_CONTROLS ? "(f.control_id || '')" : "f.control_id";
            where.and(control + " = any(:chosen)", "chosen", chosenIds);
        }
        return where;
    }

    /** As {@link #where}, but for all that the filter says of controls. */
    public Where ofAnyControl() {
        var where = ofAnyControlAndDeadline();
        if (filter.leavesOutSettled()) {
            where.and(UNSETTLED);
        }
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
            text.restrict(where);
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
        var due = new TreeMap<String, Map<String, String>>();
        overdue.forEach(it -> due.computeIfAbsent(requireNonNullElse(it.account(), ""), account -> new TreeMap<>())
                .put(it.control().value(), it.since().toString()));
        parameters.put("due", Json.write(due));
    }

    private String[] chosenIds() {
        return controls.all().stream()
                .map(Control::id)
                .filter(this::lets)
                .map(ControlId::value)
                .toArray(String[]::new);
    }
}
