-- Why the lines of trends move: see docs/adr/0105. Which count holds a finding: passed, failed, unknown, suppressed, or none.
create function counted_as(record_state text, compliance_status text, workflow_status text) returns text language sql immutable
    return case when record_state is distinct from 'ACTIVE' then 'NONE'
                when workflow_status = 'SUPPRESSED' then 'SUPPRESSED'
                when compliance_status in ('PASSED', 'FAILED') then compliance_status
                else 'UNKNOWN' end;

-- Of the transitions that one change of a finding makes, one tells that it passed from one count to another, and why.
alter table transition
    add column cause  text, -- null: no count changed, or another transition tells
    add column was    text, -- the count that held it before
    add column became text; -- the count that holds it since

-- What has moved since the last points of an account's trends. Rows come with transitions, and go when points are added.
create table finding_move (
    account_id text        not null references account on delete cascade,
    control_id text        not null,
    at         timestamptz not null, -- of the transitions
    cause      text        not null,
    was        text        not null, -- the count that held them, as counted_as says
    became     text        not null,
    findings   bigint      not null
);
create index finding_move_by_account on finding_move (account_id);

create function add_to_finding_move() returns trigger language plpgsql as $function$
begin
    insert into finding_move
    select account_id, control_id, at, cause, was, became, count(*)
    from come where cause is not null group by account_id, control_id, at, cause, was, became;
    return null;
end $function$;

create trigger keep_moves after insert on transition
    referencing new table as come for each statement execute function add_to_finding_move();

-- When a control was first evaluated on a type in a place tells what is new there from what is looked at for the first time.
alter table evaluation add column since timestamptz;
update evaluation set since = at;
alter table evaluation alter column since set not null;

-- By coverage: when each control was first and last evaluated on resources of a type in a region.
create or replace view last_evaluation as
select account_id, region, control_id, resource_type, at, scan_id, since from evaluation;

-- The steps of trends: by day, how many findings passed from one count to another, and why. Those of a day add up to what
-- its points differ from those of the day before. Without an account, a row tells of all that count, as in control_day.
create table control_step (
    account_id text references account on delete cascade, -- null: all that count
    control_id text          not null,
    day        date          not null,
    cause      text          not null,
    was        text          not null,
    became     text          not null,
    findings   bigint        not null,
    moments    timestamptz[] not null, -- of the transitions behind it; empty in rows of all accounts
    unique nulls not distinct (account_id, control_id, day, cause, was, became)
) partition by range (day);
create index control_step_by_day on control_step (day, account_id);

create table standard_step (
    account_id  text references account on delete cascade, -- null: all that count
    standard_id text   not null,
    day         date   not null,
    cause       text   not null,
    was         text   not null,
    became      text   not null,
    findings    bigint not null,
    unique nulls not distinct (account_id, standard_id, day, cause, was, became)
) partition by range (day);

-- By score: the moments of the transitions behind the steps of each account, and whether the sums over all have them. An
-- account that was retired since the day before is in them with what has left.
create view step_moment as
select step.account_id, control_id, step.day, cause, was, became, unnest(moments) as at,
       until > coalesce((select max(point.at) from standard_day as point
                         where point.account_id is null and point.day < step.day), '-infinity') as in_sum
from control_step as step join counted_account as account on account.id = step.account_id;

-- In which time zone days begin, since when. What a point's day was stays what it was when another zone is chosen: the day
-- that has begun goes on until the new zone's day passes it.
create table day_zone (
    since     timestamptz primary key,
    zone      text not null,
    first_day date not null -- the day in which the zone was chosen
);
insert into day_zone values ('-infinity', 'UTC', '-infinity');

-- The day in which a moment is counted; it never goes back.
create function day_of(moment timestamptz) returns date language sql stable as $$
    select greatest((moment at time zone zone)::date, first_day) from day_zone
    where since <= moment order by since desc limit 1
$$;

-- An account that was not looked at on a day is in the sums of all with what it had.
alter table control_day add column stale_accounts integer not null default 0;
alter table standard_day add column stale_accounts integer not null default 0;
