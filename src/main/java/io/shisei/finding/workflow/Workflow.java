package io.shisei.finding.workflow;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingCode;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.search.FindingSearch;
import io.shisei.finding.search.SoughtFindings;
import io.shisei.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people say how far they are with findings: with one, or with all that a filter finds. */
@Component
public class Workflow {

    /** So many take half a minute on a busy machine, for which a user may wait; what is wanted of more is the work of a rule. */
    public static final int MOST = 50_000;

    private final Findings findings;
    private final Controls controls;
    private final Deadlines deadlines;
    private final FindingSearch search;
    private final ChangeBatches batches;
    private final Clock clock;

    Workflow(
            FindingSearch search,
            Findings findings,
            Controls controls,
            Deadlines deadlines,
            ChangeBatches batches,
            Clock clock) {
        this.findings = findings;
        this.controls = controls;
        this.deadlines = deadlines;
        this.search = search;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Changes one finding, and keeps who did it and why.
     *
     * @param version the version that the caller saw
     * @throws Refusal when there is no such finding, it was changed since, or a rule hides it
     */
    @Transactional
    public Finding change(UUID id, int version, WorkflowChange change, String username) {
        return change(id, version, change, username, clock.instant());
    }

    /** As {@link #change(UUID, int, WorkflowChange, String)}, for what was decided {@code at} that time. */
    @Transactional
    public Finding change(UUID id, int version, WorkflowChange change, String username, Instant at) {
        var finding = findings.find(id).orElseThrow(() -> new Refusal.Unknown(FindingCode.UNKNOWN_FINDING, id));
        var one = new ChangeBatches.Seen(id, version, finding.accountId(), finding.region());
        var outcomes = batches.change(List.of(one), new ChangeBatches.Decision(change, username, at));
        var now = findings.find(id).orElseThrow();
        if (outcomes.of(Outcome.CHANGED_SINCE) > 0) {
            throw new Refusal.Stale(FindingCode.FINDING_CHANGED, version, now.version());
        }
        if (outcomes.of(Outcome.HIDDEN_BY_RULE) > 0) {
            var rule = Objects.requireNonNull(now.suppressionId()).toString();
            throw new Refusal.Conflict(FindingCode.HIDDEN_BY_RULE, rule, rule);
        }
        return now;
    }

    /**
     * What a change of all that the filter finds would do; nothing is changed.
     *
     * @param change null: none, to count only
     */
    @Transactional(readOnly = true)
    public ChangePreview preview(FindingFilter filter, @Nullable WorkflowChange change) {
        var sought = sought(filter);
        var where = sought.where();
        return new ChangePreview(search.jdbc()
                .sql(ChangeSql.preview(sought.from(), where.where()))
                .params(where.parameters())
                .params(ChangeSql.parameters(change))
                .param("most", MOST + 1)
                .query((row, number) -> part(row))
                .list());
    }

    private ChangePreview.Part part(ResultSet row) throws SQLException {
        var control = new ControlId(row.getString("control_id"));
        return new ChangePreview.Part(
                control,
                Finding.severityOf(controls.find(control)),
                row.getString("account_id"),
                Outcome.valueOf(row.getString("outcome")),
                row.getLong("findings"));
    }

    /**
     * Changes all that the filter finds, in several transactions: what breaks off has changed some of them, each as a whole.
     *
     * @param expected how many the caller knows that it finds
     * @return what came of how many
     * @throws Refusal when the filter finds more or fewer, or more than {@link #MOST}; then nothing is changed
     */
    public Outcomes changeAll(FindingFilter filter, WorkflowChange change, long expected, String username) {
        var found = found(filter);
        if (found.size() > MOST) {
            throw new Refusal.Impossible(WorkflowCode.TOO_MANY_FINDINGS, null, MOST);
        }
        if (found.size() != expected) {
            throw new Refusal.Conflict(WorkflowCode.FINDINGS_MOVED, null, expected, found.size());
        }
        var decision = new ChangeBatches.Decision(change, username, clock.instant());
        return ChangeBatches.split(found).stream()
                .map(batch -> batches.change(batch, decision))
                .reduce(Outcomes.NONE, Outcomes::plus);
    }

    private List<ChangeBatches.Seen> found(FindingFilter filter) {
        var sought = sought(filter);
        var where = sought.where();
        return search.jdbc()
                .sql(ChangeSql.found(sought.from(), where.where()))
                .params(where.parameters())
                .param("most", MOST + 1)
                .query((row, number) -> new ChangeBatches.Seen(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("account_id"),
                        row.getString("region")))
                .list();
    }

    private SoughtFindings sought(FindingFilter filter) {
        return search.seek(filter, deadlines.times());
    }
}
