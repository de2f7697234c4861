package io.shisei.score.circle;

import io.shisei.score.SeveritySums;

/**
 * How trends of accounts are put together: each account holds what it had last. The first day that is answered is that of
 * {@code from}, with what held at its end.
 */
final class UnitTrendSql {

    private static final String SPELLS = """
            with span as materialized (select day_of(:from) as first, day_of(:to) as last),
            point as (
                select day.* from span, %1$s as day
                where account_id = any(:accounts) and %2$s = :of and day > (select day_of(:from)) and day <= (select day_of(:to))
                  and %3$s
                union all
                select held.* from span
                cross join unnest(:accounts::text[]) as account (id)
                cross join lateral (
                    select * from %1$s
                    where account_id = account.id and %2$s = :of and day <= first and %3$s
                    order by day desc limit 1) as held),
            spell as (
                select *, lead(day, 1, (select last + 1 from span)) over (partition by account_id order by day) as until
                from point),
            held as (
                select spell.*, first + n as date
                from span, spell
                cross join lateral generate_series(greatest(day, first) - first, until - 1 - first) as n)
            """;

    /** What is to be said of each day: days on which nothing was looked at say nothing. */
    private static final String DAYS = """
            group by date
            having bool_or(day = date) or date = (select first from span)
            order by date
            """;

    static final String CONTROL = SPELLS.formatted("control_day", "control_id", "true") + """
            select date, max(at) as at, sum(passed)::bigint as passed, sum(failed)::bigint as failed,
                   sum(unknown)::bigint as unknown, sum(suppressed)::bigint as suppressed, avg(coverage) as coverage,
                   count(*) filter (where day < date) as stale_accounts, sum(overdue)::bigint as overdue
            from held
            """ + DAYS;

    /** A control has the worst of its statuses, as in the sums of all accounts. */
    static final String STANDARD = SPELLS.formatted("standard_day", "standard_id", "controls_failed is not null")
            + """
            , together as (
                select date, max(at) as at, bit_or(controls_passed) as passed, bit_or(controls_failed) as failed,
                       bit_or(controls_unknown) as unknown, max(disabled) as off, avg(coverage) as coverage,
                       sum(findings_passed)::bigint as findings_passed, sum(findings_failed)::bigint as findings_failed,
                       sum(findings_unknown)::bigint as findings_unknown,
                       sum(findings_suppressed)::bigint as findings_suppressed,
                       count(*) filter (where day < date) as stale_accounts, sum(findings_overdue)::bigint as overdue,
                       %s as failing_by_severity
                from held
                %s)
            select together.*, bit_count(failed) as failed_controls,
                   bit_count(unknown & ~failed) as unknown_controls,
                   bit_count(passed & ~(failed | unknown)) as passed_controls,
                   :size - bit_count(passed | failed | unknown) as others
            from together order by date
            """.formatted(SeveritySums.ADD_UP_SUMS, DAYS);

    private UnitTrendSql() {}
}
