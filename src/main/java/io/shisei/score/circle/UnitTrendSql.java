package io.shisei.score.circle;

import io.shisei.score.SeveritySums;

/**
 * How trends of accounts are put together: each account holds what it had last. The first of the days is answered with what held
 * at its end.
 */
final class UnitTrendSql {

    private static final String SPELLS = """
            with point as (
                select day.* from %1$s as day
                where account_id = any(:accounts) and %2$s = :of and day > :first and day <= :last and %3$s
                union all
                select held.* from unnest(:accounts::text[]) as account (id)
                cross join lateral (
                    select * from %1$s
                    where account_id = account.id and %2$s = :of and day <= :first and %3$s
                    order by day desc limit 1) as held),
            spell as (
                select *, lead(day, 1, :last::date + 1) over (partition by account_id order by day) as until
                from point),
            held as (
                select spell.*, :first::date + n as date
                from spell
                cross join lateral generate_series(greatest(day, :first) - :first, until - 1 - :first) as n)
            """;

    /** What is to be said of each day: days on which nothing was looked at say nothing. */
    private static final String DAYS = """
            group by date
            having bool_or(day = date) or date = :first
            order by date
            """;

    static final String CONTROL = SPELLS.formatted("control_day", "control_id", "true") + """
            select date, max(at) as at, sum(passed)::bigint as passed, sum(failed)::bigint as failed,
                   sum(unknown)::bigint as unknown, sum(suppressed)::bigint as suppressed, avg(coverage) as coverage,
                   count(*) filter (where day < date) as stale_accounts, sum(overdue)::bigint as overdue
            from held
            """ + DAYS;

    /** A control has the worst of its statuses, as in the sums of all accounts. */
    private static final String STANDARD =
            SPELLS.formatted("standard_day", "standard_id", "controls_failed is not null")
                    + """
            , together as (
                select date, max(at) as at, bool_or(day = date) as looked, bit_or(controls_passed) as passed,
                       bit_or(controls_failed) as failed, bit_or(controls_unknown) as unknown, max(disabled) as disabled,
                       sum(findings_passed)::bigint as findings_passed, sum(findings_failed)::bigint as findings_failed,
                       sum(findings_unknown)::bigint as findings_unknown,
                       sum(findings_suppressed)::bigint as findings_suppressed, avg(coverage) as coverage,
                       count(*) filter (where day < date) as stale_accounts, sum(findings_overdue)::bigint as overdue,
                       %s as failing_by_severity
                from held group by date)
            """.formatted(SeveritySums.ADD_UP_SUMS);

    private static final String COUNTED = """
            bit_count(passed & ~(failed | unknown)) as passed, bit_count(failed) as failed,
            bit_count(unknown & ~failed) as unknown, disabled, findings_passed, findings_failed, findings_unknown, findings_suppressed,
            coverage, stale_accounts, overdue, failing_by_severity
            """;

    static final String OPEN_STANDARD =
            STANDARD + "select date, at, " + COUNTED + " from together where looked or date = :from_day order by date";

    /** The days before {@code :first}, as they were kept. */
    static final String KEPT_STANDARD = """
            select *, day as date from unit_day
            where ou = :ou and standard_id = :of and day >= :from_day and day < :first and day <= :last
              and (looked or day = :from_day)
            order by day
            """;

    static final String KEEP_STANDARD =
            "insert into unit_day " + STANDARD + "select :ou, :of, date, at, looked, " + COUNTED + " from together";

    private UnitTrendSql() {}
}
