-- Trends over long periods and over all accounts read one row a day. Without an account, a row tells of all that count:
-- a control has the worst of its statuses in them, and the sum of its findings.
create table control_day (
    account_id text references account on delete cascade, -- null: all that count
    control_id text        not null,
    day        date        not null, -- UTC
    at         timestamptz not null, -- of the day's last point
    status     text        not null, -- of the control
    passed     bigint      not null, -- findings, as are the next three
    failed     bigint      not null,
    unknown    bigint      not null,
    suppressed bigint      not null,
    coverage   real        not null, -- 0 to 100
    unique nulls not distinct (account_id, control_id, day)
) partition by range (day);

create table standard_day (
    account_id          text references account on delete cascade, -- null: all that count
    standard_id         text        not null,
    day                 date        not null, -- UTC
    at                  timestamptz not null, -- of the day's last point
    passed              integer     not null, -- controls, as are the next four
    failed              integer     not null,
    unknown             integer     not null,
    no_data             integer     not null,
    disabled            integer     not null,
    findings_passed     bigint      not null, -- of the standard's controls, as are the next three
    findings_failed     bigint      not null,
    findings_unknown    bigint      not null,
    findings_suppressed bigint      not null,
    coverage            real        not null, -- 0 to 100
    unique nulls not distinct (account_id, standard_id, day)
) partition by range (day);

alter table standard_trend
    add column findings_passed     bigint, -- of the standard's controls, as are the next three; null before this version
    add column findings_failed     bigint,
    add column findings_unknown    bigint,
    add column findings_suppressed bigint;

-- The days of the past; what depends on the members of a standard is added when the service starts.
do $$
declare
    month timestamptz;
begin
    for month in select distinct date_trunc('month', at, 'UTC') from control_trend
                 union select distinct date_trunc('month', at, 'UTC') from standard_trend loop
        perform ensure_month('control_day', month);
        perform ensure_month('standard_day', month);
    end loop;
end $$;

insert into control_day
select distinct on (account_id, control_id, (at at time zone 'UTC')::date)
       account_id, control_id, (at at time zone 'UTC')::date, at, status, passed, failed, unknown, suppressed, coverage
from control_trend
order by account_id, control_id, (at at time zone 'UTC')::date, at desc;
