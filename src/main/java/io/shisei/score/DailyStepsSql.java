package io.shisei.score;

/** The statements of {@link DailySteps}. */
final class DailyStepsSql {

    static final String ADD = """
            insert into control_step (account_id, control_id, day, cause, was, became, findings, moments)
            select :account, control, :day, cause, was, became, sum(findings)::bigint, array_agg(distinct moment::timestamptz)
            from unnest(:controls::text[], :moments::text[], :causes::text[], :was::text[], :became::text[], :findings::bigint[])
                as move (control, moment, cause, was, became, findings)
            group by control, cause, was, became
            on conflict (account_id, control_id, day, cause, was, became) do update
            set findings = control_step.findings + excluded.findings,
                moments = (select array_agg(distinct moment)
                           from unnest(control_step.moments || excluded.moments) as both_times (moment))
            """;

    /** An account that was retired since the day before leaves with what was not archived yet. */
    static final String CONTROLS_OF_ALL = """
            with before as (
                select coalesce(max(at), '-infinity') as at from standard_day where account_id is null and day < :day)
            insert into control_step (account_id, control_id, day, cause, was, became, findings, moments)
            select null, control_id, :day::date, cause, was, became, sum(findings)::bigint, '{}'
            from (
                select control_id, cause, was, became, findings
                from control_step as step join counted_account as account on account.id = step.account_id
                where step.day = :day and until > (select at from before)
                union all
                select control_id, 'OUT_OF_SIGHT', was, 'NONE', findings
                from counted_account as account
                cross join lateral (
                    select distinct on (control_id) control_id, passed, failed, unknown, suppressed from control_day
                    where account_id = account.id and day <= :day
                    order by control_id, day desc) as latest
                cross join lateral (
                    values ('PASSED', passed), ('FAILED', failed), ('UNKNOWN', unknown), ('SUPPRESSED', suppressed)
                ) as held (was, findings)
                where until > (select at from before) and until <= :at and findings > 0) as moves
            group by control_id, cause, was, became
            """;

    private static final String OF_STANDARD = """
            insert into standard_step (account_id, standard_id, day, cause, was, became, findings)
            select account_id, :standard, day, cause, was, became, sum(findings)::bigint
            from control_step
            where account_id %s and day = :day and (control_id = any(:members) or cause = 'CONTROL_REMOVED')
            group by account_id, day, cause, was, became
            """;

    static final String STANDARD_OF_ACCOUNT = OF_STANDARD.formatted("= :account");

    static final String STANDARD_OF_ALL = OF_STANDARD.formatted("is null");

    private DailyStepsSql() {}
}
