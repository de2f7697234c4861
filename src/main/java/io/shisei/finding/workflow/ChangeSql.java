package io.shisei.finding.workflow;

import io.shisei.finding.history.CauseSql;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements of {@link Workflow}. */
final class ChangeSql {

    private static final String STATUS_CHANGES =
            "(:status::text is not null and (f.workflow_status <> :status::text or f.suppression_id is not null))";

    private static final String ASSIGNEE_CHANGES =
            "(:assigns::boolean and f.assignee is distinct from :assigned::text)";

    /** A rule hides again with the next scan what it hid; but it may be suppressed by hand, and so outlast the rule. */
    private static final String OUTCOME = """
            case when f.suppression_id is not null and :status::text <> 'SUPPRESSED' then 'HIDDEN_BY_RULE'
                 when not %s and not %s and :note::text is null then 'UNCHANGED'
                 else 'CHANGED' end""".formatted(STATUS_CHANGES, ASSIGNEE_CHANGES);

    /** What would come of a change, of at most {@code :most} findings. */
    static String preview(String from, String where) {
        return """
                select control_id, account_id, outcome, count(*) as findings
                from (select f.control_id, f.account_id, %s as outcome from %s %s limit :most) as found
                group by control_id, account_id, outcome
                """.formatted(OUTCOME, from, where);
    }

    /** In the order in which the locks of places are to be taken. */
    static String found(String from, String where) {
        return """
                select * from (select f.id, f.version, f.account_id, f.region from %s %s limit :most) as found
                order by account_id, region, id
                """.formatted(from, where);
    }

    /** Changes those that are still what they were, and tells what came of how many. */
    static final String CHANGE = """
            with decided as (
                select f.id, f.account_id, f.control_id, f.record_state, f.compliance_status, f.reason, f.reason_ja,
                       f.workflow_status as old_status,
                       f.assignee as old_assignee, f.suppression_id as old_rule,
                       coalesce(:status::text, f.workflow_status) as status, %1$s as status_changes,
                       case when :assigns::boolean then :assigned::text else f.assignee end as assignee,
                       %2$s as assignee_changes,
                       case when f.version <> seen.version then 'CHANGED_SINCE' else %3$s end as outcome
                from finding f
                join unnest(:ids::uuid[], :versions::integer[]) as seen (id, version) on seen.id = f.id
            ), changing as (
                select * from decided where outcome = 'CHANGED'
            ), changed as (
                update finding f
                set workflow_status = c.status, assignee = c.assignee, version = f.version + 1,
                    suppression_id = case when c.status_changes then null else f.suppression_id end
                from changing c where f.id = c.id
            ), appended as (
                insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason,
                                        reason_ja, username, note, cause, was, became)
                select id, account_id, control_id, :at, what, from_value, to_value, reason, reason_ja, :user, row.note,
                       case when what = 'WORKFLOW_STATUS' then cause end, was, became
                from (select *, %4$s as cause
                      from (select *, counted_as(record_state, compliance_status, old_status) as was,
                                   counted_as(record_state, compliance_status, status) as became
                            from changing) as counted) as moving
                cross join lateral (values
                    ('WORKFLOW_STATUS', old_status, status, status_changes, :note::text),
                    ('ASSIGNEE', old_assignee, assignee, assignee_changes, case when not status_changes then :note::text end),
                    ('NOTE', null, null, not status_changes and not assignee_changes, :note::text))
                    as row (what, from_value, to_value, came, note)
                where came
            )
            select outcome, count(*) as findings from decided group by outcome
            """.formatted(STATUS_CHANGES, ASSIGNEE_CHANGES, OUTCOME, CauseSql.OF_PERSON);

    private ChangeSql() {}

    static Map<String, @Nullable Object> parameters(@Nullable WorkflowChange change) {
        var parameters = new HashMap<String, @Nullable Object>();
        var status = change == null ? null : change.status();
        var assignee = change == null ? null : change.assignee();
        parameters.put("status", status == null ? null : status.name());
        parameters.put("assigns", assignee != null);
        parameters.put("assigned", assignee == null ? null : assignee.orElse(null));
        parameters.put("note", change == null ? null : change.note());
        return parameters;
    }
}
