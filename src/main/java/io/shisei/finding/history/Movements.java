package io.shisei.finding.history;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.database.HistoryKind;
import io.shisei.database.Instants;
import io.shisei.database.Retention;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The transitions that moved the counts of scores, newest first. */
@Repository
public class Movements {

    /** By the moments that steps keep, so that a list has what its step counts, and no index of its own. */
    private static final String OF_MOMENTS = """
            %s m join transition t
                on t.control_id = m.control_id and t.account_id = m.account_id and t.at = m.at
                    and t.cause = m.cause and t.was = m.was and t.became = m.became
            """;

    private static final String OF_STEPS = OF_MOMENTS.formatted("step_moment");

    private static final String NEWEST_FIRST = " order by t.at desc, t.id desc";

    private static final KeyPart[] KEY = {KeyPart.instant("at"), KeyPart.number("id")};

    /** How many days back the newest are looked for before all are. */
    private static final List<Integer> SPANS = List.of(1, 3, 12, 48);

    /** Where days end last. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    /** How long after it happened something may be counted. */
    private static final Period LATE = Period.ofMonths(1);

    private final JdbcClient jdbc;
    private final Retention retention;
    private final Clock clock;

    Movements(JdbcClient jdbc, Retention retention, Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.clock = clock;
    }

    /** Of one control, from {@code from} (inclusive) to {@code to}, in a circle. */
    public List<Transition> newest(ControlId control, Circle circle, Instant from, Instant to, int limit) {
        return newest(
                from,
                to,
                since -> newestSince(control, circle, since == null ? from : since, to, limit),
                it -> it.size() == limit);
    }

    private List<Transition> newestSince(ControlId control, Circle circle, Instant since, Instant to, int limit) {
        var where = new Where()
                .and("t.control_id = :control", "control", control.value())
                .and(
                        "(t.what in ('COMPLIANCE_STATUS', 'RECORD_STATE')"
                                + " or t.what = 'WORKFLOW_STATUS' and (t.from_value = 'SUPPRESSED') <> (t.to_value = 'SUPPRESSED'))")
                .and("t.at >= :since", "since", Instants.utc(since))
                .and("t.at < :to", "to", Instants.utc(to));
        var accounts = circle.ids();
        if (accounts != null) {
            where.and("t.account_id = any(:accounts)", "accounts", accounts);
        }
        return rows("select t.* from transition t" + where.where() + NEWEST_FIRST + " limit " + limit, where);
    }

    /** With their findings and resources, which are read of these transitions alone. */
    private List<Transition> rows(String newest, Where where) {
        return jdbc.sql(TransitionRows.of("(" + newest + ")") + NEWEST_FIRST)
                .params(where.parameters())
                .query(TransitionRows::transition)
                .list();
    }

    /** What the steps of days count. */
    public Page<Transition> list(MovementFilter filter, PageRequest page) {
        var end = end(filter);
        var after = page.after(KEY);
        var first = filter.from().atStartOfDay(ZoneOffset.UTC).toInstant();
        Function<@Nullable Instant, Page.Total> count = isKept(filter.from())
                ? since -> added(filter, since)
                : since -> all(moments(filter, since), since).count(jdbc, OF_STEPS);
        var total = newest(first, end, count, it -> it.type() == Page.Total.Type.AT_LEAST);
        var found = newest(
                first,
                after == null ? end : Instant.parse(after.getFirst()),
                since -> read(moments(filter, since), since, page),
                it -> it.size() > page.size());
        return page.page(found, total, it -> List.of(it.at().toString(), Long.toString(it.id())));
    }

    /** When the days have ended everywhere; before they have, nothing is newer than now. */
    private Instant end(MovementFilter filter) {
        var end = filter.to().plusDays(1).atStartOfDay(LAST_ZONE).toInstant();
        var now = clock.instant();
        return end.isBefore(now) ? end : now;
    }

    /** Whether all that was counted since is still there: steps may be kept longer than what they count. */
    private boolean isKept(LocalDate from) {
        return from.minus(LATE).isAfter(retention.keptSince(HistoryKind.TRANSITIONS));
    }

    /** By what steps say, without reading what they count: each has something, so that few of them are enough. */
    private Page.Total added(MovementFilter filter, @Nullable Instant since) {
        var where = where(filter);
        if (since != null) {
            where.and("m.day >= day_of(:since)", "since", Instants.utc(since));
        }
        return where.sum(jdbc, "m.findings", "counted_step m");
    }

    /** What is read since some moment before the end if that is enough, else what is read since (null) the first. */
    private static <R> R newest(Instant first, Instant end, Function<@Nullable Instant, R> read, Predicate<R> enough) {
        for (var span : SPANS) {
            var since = end.minus(Duration.ofDays(span));
            if (since.isBefore(first)) {
                break;
            }
            var found = read.apply(since);
            if (enough.test(found)) {
                return found;
            }
        }
        return read.apply(null);
    }

    /** What moved since a moment was counted on its day or later, so that nothing newer is left out. */
    private static Where moments(MovementFilter filter, @Nullable Instant since) {
        var where = where(filter);
        return since == null
                ? where
                : where.and("m.day >= day_of(:since) and m.at >= :since", "since", Instants.utc(since));
    }

    private static Where all(Where moments, @Nullable Instant since) {
        return transitions(moments, since).and(moments.condition());
    }

    /** Those since a moment, with the parameters of what chooses the moments. */
    private static Where transitions(Where moments, @Nullable Instant since) {
        var where = new Where();
        where.parameters().putAll(moments.parameters());
        return since == null ? where : where.and("t.at >= :since");
    }

    /**
     * Since a moment what the newest steps have: less than there is where transitions were dropped, and then not enough. What chooses
     * moments is said once: said again of those that were chosen, it has the planner expect none.
     */
    private List<Transition> read(Where moments, @Nullable Instant since, PageRequest page) {
        var where = since == null ? all(moments, null) : transitions(moments, since);
        where.after(page, "(m.at, t.id) < (:at::timestamptz, :id::bigint)", KEY);
        var from = since == null ? OF_STEPS : OF_MOMENTS.formatted(newest(moments, page));
        return rows(
                "select t.* from " + from + where.where() + " order by m.at desc, t.id desc limit " + (page.size() + 1),
                where);
    }

    /** Enough for a page, as each of them has a transition, and beside them those of the moment where the last page ended. */
    private static String newest(Where moments, PageRequest page) {
        var all = "select m.* from step_moment m" + moments.where();
        var newest = " order by m.at desc fetch first " + (page.size() + 1) + " rows with ties";
        return page.after(KEY) == null
                ? "(" + all + newest + ")"
                : "(" + all + " and m.at = :at::timestamptz union all (" + all + " and m.at < :at::timestamptz" + newest
                        + "))";
    }

    private static Where where(MovementFilter filter) {
        var where = new Where()
                .and("m.day >= :first_day", "first_day", filter.from())
                .and("m.day <= :last_day", "last_day", filter.to())
                .in("m.control_id", filter.controlIds());
        var accounts = filter.circle().ids();
        if (accounts == null) {
            where.and("m.in_sum");
        } else {
            where.and("m.account_id = any(:accounts)", "accounts", accounts);
        }
        return where.equal("m.cause", filter.cause())
                .equal("m.was", filter.was())
                .equal("m.became", filter.became());
    }
}
