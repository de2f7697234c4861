package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.ReadsAtOnce;
import io.shisei.deadline.Deadlines;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.history.Transition;
import io.shisei.finding.history.TransitionRows;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.RuleSql;
import io.shisei.finding.search.FindingSearch;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All findings, the one whose status changed last first. */
@Repository
public class Findings {

    /** Rows that the driver holds at once: it reads by cursor only within a transaction, and only when told how many. */
    private static final int FETCHED = 500;

    private final JdbcClient jdbc;
    private final Controls controls;
    private final Deadlines deadlines;
    private final FindingSearch search;

    Findings(JdbcClient jdbc, Controls controls, Deadlines deadlines, FindingSearch search) {
        this.jdbc = jdbc;
        this.controls = controls;
        this.deadlines = deadlines;
        this.search = search;
    }

    private FindingRows rows() {
        return new FindingRows(controls, deadlines.times());
    }

    /** How many there are; those of retired accounts, which count in no sum, only where their account is asked for. */
    public Page.Total count(FindingFilter filter) {
        return count(filter, deadlines.times());
    }

    /** The same, by deadlines that were read before. */
    public Page.Total count(FindingFilter filter, TimesToFix times) {
        return search.seek(filter, times).count(search.jdbc());
    }

    /** What a rule would hide now. */
    public Page<Finding> open(FindingMatch match, PageRequest page) {
        return list(where(match), page);
    }

    /** What a rule hides now. */
    public Page<Finding> hiddenBy(UUID suppressionId, PageRequest page) {
        return list(
                new Where()
                        .and("f.suppression_id = :suppression", "suppression", suppressionId)
                        .in("f.record_state", Set.of(RecordState.ACTIVE)),
                page);
    }

    private static Where where(FindingMatch match) {
        var where = new Where().and(RuleSql.OPEN);
        return where.and(match.sql("m_", where.parameters()));
    }

    private Page<Finding> list(Where where, PageRequest page) {
        var total = where.count(jdbc, RuleSql.FROM);
        where.after(
                page,
                "(f.status_changed_at, f.id) < (:at::timestamptz, :id::uuid)",
                KeyPart.instant("at"),
                KeyPart.uuid("id"));
        var found = jdbc.sql(FindingRows.newest(where.where(), page.size() + 1))
                .params(where.parameters())
                .query(rows()::finding)
                .list();
        return page.page(
                found,
                total,
                finding -> List.of(
                        finding.statusChangedAt().toString(), finding.id().toString()));
    }

    /** Takes one finding after the other. */
    @FunctionalInterface
    public interface Taker {
        void take(Finding finding) throws IOException;
    }

    /**
     * All that the filter wants, in the order of the list and as of one moment, however many: they are handed on one by
     * one, and none is kept.
     *
     * @throws UncheckedIOException what the taker throws
     */
    @ReadsAtOnce
    public void each(FindingFilter filter, Taker taker) {
        var times = deadlines.times();
        var sought = search.seek(filter, times);
        var where = sought.where();
        search.jdbc()
                .sql(FindingRows.of(sought.findings()) + where.where() + FindingRows.NEWEST_FIRST)
                .params(where.parameters())
                .withFetchSize(FETCHED)
                .query(handingTo(taker, new FindingRows(controls, times)));
    }

    private static RowCallbackHandler handingTo(Taker taker, FindingRows rows) {
        return row -> {
            try {
                taker.take(rows.finding(row, row.getRow()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    public Optional<Finding> find(UUID id) {
        return jdbc.sql(FindingRows.FINDINGS + " where f.id = :id")
                .param("id", id)
                .query(rows()::finding)
                .optional();
    }

    /** Those with these ids that are there, in no order. */
    public List<Finding> all(Set<UUID> ids) {
        return all(ids, deadlines.times());
    }

    /** The same, by deadlines that were read before. */
    public List<Finding> all(Set<UUID> ids, TimesToFix times) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(FindingRows.FINDINGS + " where f.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(new FindingRows(controls, times)::finding)
                .list();
    }

    /** What {@code control} says of the resource {@code arn} now. */
    public Optional<Finding> find(String accountId, ControlId control, String arn) {
        return jdbc.sql(FindingRows.FINDINGS + """
                         where f.account_id = :account and f.control_id = :control and r.arn = :arn
                           and f.record_state = 'ACTIVE'
                        """)
                .param("account", accountId)
                .param("control", control.value())
                .param("arn", arn)
                .query(rows()::finding)
                .optional();
    }

    /** All that is or was said of one resource, sorted by control. */
    public List<Finding> of(UUID resourceId) {
        return jdbc
                .sql(FindingRows.FINDINGS + " where f.resource_id = :resource")
                .param("resource", resourceId)
                .query(rows()::finding)
                .list()
                .stream()
                .sorted(Comparator.comparing(Finding::controlId))
                .toList();
    }

    /** How many findings each rule hides, of those that hide any. */
    public Map<UUID, Long> hiddenByRule() {
        return jdbc
                .sql("""
                        select suppression_id, count(*) as hidden from finding
                        where suppression_id is not null and record_state = 'ACTIVE' group by suppression_id
                        """)
                .query((row, number) -> Map.entry(row.getObject("suppression_id", UUID.class), row.getLong("hidden")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The changes of a finding, newest first. */
    public List<Transition> history(UUID id) {
        return jdbc.sql(TransitionRows.TRANSITIONS + " where t.finding_id = :id order by t.at desc, t.id desc")
                .param("id", id)
                .query(TransitionRows::transition)
                .list();
    }

    /** Who has findings to mend, of up to so many in the order of their names. */
    public List<String> assignees(int most) {
        return jdbc.sql("""
                        with recursive assignee (name) as (
                            (select assignee from finding where assignee is not null order by assignee limit 1)
                            union all
                            select (select f.assignee from finding f where f.assignee > a.name order by f.assignee limit 1)
                            from assignee a where a.name is not null)
                        select name from assignee where name is not null limit :most
                        """)
                .param("most", most)
                .query((row, number) -> row.getString("name"))
                .list();
    }
}
