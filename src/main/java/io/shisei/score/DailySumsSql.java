package io.shisei.score;

/** The statements of {@link DailySums}. A day's row is written over by each later point of the day. */
final class DailySumsSql {

    private static final String NEWER_CONTROL = """
            on conflict (account_id, control_id, day) do update
            set at = excluded.at, status = excluded.status, passed = excluded.passed, failed = excluded.failed,
                unknown = excluded.unknown, suppressed = excluded.suppressed, coverage = excluded.coverage,
                turned = excluded.turned, overdue = excluded.overdue, stale_accounts = excluded.stale_accounts
            """;

    /** Whether a control's score is another than on the last day before, of an account (as SQL compares it) or of all. */
    private static final String TURNED = """
            not exists (
                select from (
                    select passed, failed from control_day
                    where account_id %s and control_id = point.control_id and day < point.day
                    order by day desc limit 1) as before
                where before.passed = point.passed and before.failed = point.failed)
            """;

    private static final String NEWER_STANDARD = """
            on conflict (account_id, standard_id, day) do update
            set at = excluded.at, passed = excluded.passed, failed = excluded.failed, unknown = excluded.unknown,
                no_data = excluded.no_data, disabled = excluded.disabled,
                findings_passed = excluded.findings_passed, findings_failed = excluded.findings_failed,
                findings_unknown = excluded.findings_unknown, findings_suppressed = excluded.findings_suppressed,
                findings_overdue = excluded.findings_overdue, failing_by_severity = excluded.failing_by_severity,
                coverage = excluded.coverage, stale_accounts = excluded.stale_accounts
            """;

    /** The day of each, and where it is the last that it was the last. */
    static final String CONTROLS_OF_ACCOUNT = """
            with written as (
                insert into control_day (account_id, control_id, day, at, status, passed, failed, unknown, suppressed, coverage,
                                         overdue, turned)
                select point.*, %s
                from (select account_id, control_id, :day::date as day, at, status, passed, failed, unknown, suppressed, coverage,
                             overdue
                      from control_trend where account_id = :account and at = :at) as point
                %s
                returning account_id, control_id, day, status, passed, failed, unknown, suppressed, coverage, overdue)
            insert into control_last select * from written
            on conflict (account_id, control_id) do update
            set day = excluded.day, status = excluded.status, passed = excluded.passed, failed = excluded.failed,
                unknown = excluded.unknown, suppressed = excluded.suppressed, coverage = excluded.coverage,
                overdue = excluded.overdue
            where control_last.day <= excluded.day
            """.formatted(TURNED.formatted("= :account"), NEWER_CONTROL);

    private static final String INTO_STANDARD = """
            insert into standard_day (account_id, standard_id, day, at, passed, failed, unknown, no_data, disabled,
                                      findings_passed, findings_failed, findings_unknown, findings_suppressed, coverage,
                                      findings_overdue, failing_by_severity, stale_accounts)
            """;

    static final String STANDARDS_OF_ACCOUNT = INTO_STANDARD + """
            select account_id, standard_id, :day::date, at, passed, failed, unknown, no_data, disabled,
                   findings_passed, findings_failed, findings_unknown, findings_suppressed, coverage,
                   findings_overdue, failing_by_severity, 0
            from standard_trend where account_id = :account and at = :at
            %s""".formatted(NEWER_STANDARD);

    static final String LATER = """
            select distinct day from standard_day where account_id is null and day > :day order by day limit :limit
            """;

    /** Whether no account has a later day. */
    static final String IS_LAST = "select not exists (select from control_last where day > :day)";

    /** Each control as it stood at the end of the day in each account that counted then; where none counts any more, nothing. */
    private static final String CONTROLS_OF_ALL = """
            insert into control_day (account_id, control_id, day, at, status, passed, failed, unknown, suppressed, coverage,
                                     stale_accounts, overdue, turned)
            select point.*, %s
            from (
                select null::text as account_id, control.id as control_id, :day::date as day, :at::timestamptz as at,
                       case when bool_or(status = 'FAILED') then 'FAILED'
                            when bool_or(status = 'UNKNOWN') then 'UNKNOWN'
                            when bool_or(status = 'PASSED') then 'PASSED'
                            when bool_and(status = 'DISABLED') then 'DISABLED'
                            else 'NO_DATA' end as status,
                       coalesce(sum(passed), 0)::bigint as passed, coalesce(sum(failed), 0)::bigint as failed,
                       coalesce(sum(unknown), 0)::bigint as unknown, coalesce(sum(suppressed), 0)::bigint as suppressed,
                       coalesce(avg(coverage), 0)::real as coverage,
                       count(*) filter (where latest.day < :day) as stale_accounts,
                       sum(overdue)::bigint as overdue
                from unnest(:controls::text[]) as control (id)
                left join %s as latest on latest.control_id = control.id
                group by control.id
                having count(latest.day) > 0 or exists (
                    select from control_day where account_id is null and control_id = control.id and day < :day)) as point
            %s""";

    /** On the last day there is. */
    static final String CONTROLS_OF_ALL_NOW = controlsOfAll("""
            (select held.* from control_last as held
             join counted_account as account on account.id = held.account_id where until > :at)""");

    static final String CONTROLS_OF_ALL_THEN = controlsOfAll("""
            (select control_of_day.id as control_id, held.*
             from counted_account as account
             cross join unnest(:controls::text[]) as control_of_day (id)
             cross join lateral (
                 select day, status, passed, failed, unknown, suppressed, coverage, overdue
                 from control_day
                 where account_id = account.id and control_id = control_of_day.id and day <= :day
                 order by day desc limit 1) as held
             where until > :at)""");

    private static String controlsOfAll(String standing) {
        return CONTROLS_OF_ALL.formatted(TURNED.formatted("is null"), standing, NEWER_CONTROL);
    }

    /** From the controls' rows of the day; what has no row in it has no data, unless it is switched off: in
     * some account, where it is off in others only. */
    static final String STANDARD_OF_ALL = INTO_STANDARD + """
            select null, :standard, :day, :at, passed, failed, unknown,
                   greatest(0, others - disabled), least(others, disabled),
                   findings_passed, findings_failed, findings_unknown, findings_suppressed, coverage,
                   findings_overdue, failing_by_severity, stale_accounts
            from (
                select count(*) filter (where status = 'PASSED') as passed,
                       count(*) filter (where status = 'FAILED') as failed,
                       count(*) filter (where status = 'UNKNOWN') as unknown,
                       coalesce(sum(passed), 0) as findings_passed, coalesce(sum(failed), 0) as findings_failed,
                       coalesce(sum(unknown), 0) as findings_unknown, coalesce(sum(suppressed), 0) as findings_suppressed,
                       sum(overdue)::bigint as findings_overdue, %s as failing_by_severity
                from unnest(:members::text[], :severities::text[]) as member (id, severity)
                join control_day on account_id is null and day = :day and control_id = member.id
            ) as controls, (
                select count(*) as accounts, coalesce(max(disabled), 0) as disabled, coalesce(avg(coverage), 0) as coverage,
                       count(*) filter (where latest.day < :day) as stale_accounts
                from counted_account as account
                cross join lateral (
                    select day, disabled, coverage from standard_day
                    where account_id = account.id and standard_id = :standard and day <= :day
                    order by day desc limit 1) as latest
                where until > :at
            ) as accounts
            cross join lateral (
                select greatest(0, cardinality(:members::text[]) - passed - failed - unknown) as others) as left_over
            where accounts > 0 or exists (
                select from standard_day where account_id is null and standard_id = :standard and day < :day)
            %s""".formatted(SeveritySums.ADD_UP, NEWER_STANDARD);

    /** Gives a bit to each control that has none; nobody else does it meanwhile. */
    static final String BITS = """
            insert into control_bit (control_id, mask)
            select id, set_bit(B'0'::bit(1024), (select count(*) from control_bit)::integer + number::integer - 1, 1)
            from (select id, row_number() over (order by id) as number
                  from unnest(:members::text[]) as member (id)
                  where id not in (select control_id from control_bit)) as strange
            """;

    /** Which of a standard's controls an account passes, fails or cannot tell at the end of a day. */
    static final String SETS_OF_ACCOUNT = """
            update standard_day set (controls_passed, controls_failed, controls_unknown) = (
                select coalesce(bit_or(mask) filter (where status = 'PASSED'), B'0'::bit(1024)),
                       coalesce(bit_or(mask) filter (where status = 'FAILED'), B'0'::bit(1024)),
                       coalesce(bit_or(mask) filter (where status = 'UNKNOWN'), B'0'::bit(1024))
                from control_bit as member
                cross join lateral (
                    select status from control_day
                    where account_id = :account and control_id = member.control_id and day <= :day
                    order by day desc limit 1) as latest
                where member.control_id = any(:members))
            where account_id = :account and standard_id = :standard and day = :day
            """;

    /** Whether there are points of a version that kept no days. */
    static final String BEHIND = "select exists (select from standard_trend) and not exists (select from standard_day)";

    static final String PAST_OF_STANDARD = INTO_STANDARD + """
            select account_id, standard_id, day, at, passed, failed, unknown, no_data, disabled,
                   findings_passed, findings_failed, findings_unknown, findings_suppressed, coverage, null, null, 0
            from (select distinct on (account_id, day_of(at)) account_id, standard_id, day_of(at) as day, at,
                         passed, failed, unknown, no_data, disabled, coverage
                  from standard_trend where standard_id = :standard
                  order by account_id, day_of(at), at desc) as point
            cross join lateral (
                select coalesce(sum(passed), 0) as findings_passed, coalesce(sum(failed), 0) as findings_failed,
                       coalesce(sum(unknown), 0) as findings_unknown, coalesce(sum(suppressed), 0) as findings_suppressed
                from unnest(:members::text[]) as member (id)
                cross join lateral (
                    select passed, failed, unknown, suppressed from control_day
                    where account_id = point.account_id and control_id = member.id and day <= point.day
                    order by day desc limit 1) as latest) as findings
            """;

    private DailySumsSql() {}
}
