-- By finding: how many findings a scan moved from one count to another, and why. Rows come with the transitions of which they
-- tell, those of a scan add up; see docs/adr/0113.
create table scan_move (
    scan_id  uuid   not null references scan on delete cascade,
    cause    text   not null,
    was      text   not null, -- the count that held them, as counted_as says
    became   text   not null,
    findings bigint not null
);
create index scan_move_by_scan on scan_move (scan_id);

insert into scan_move
select scan.id, cause, was, became, count(*)
from transition join scan on scan.id = transition.scan_id where cause is not null
group by scan.id, cause, was, became;

create function add_to_scan_move() returns trigger language plpgsql as $function$
begin
    insert into scan_move
    select scan.id, cause, was, became, count(*)
    from come join scan on scan.id = come.scan_id where cause is not null group by scan.id, cause, was, became;
    return null;
end $function$;

create trigger keep_scan_moves after insert on transition
    referencing new table as come for each statement execute function add_to_scan_move();

-- By comparison: the last time that somebody had Security Hub itself asked for what it found in an account.
create table security_hub_fetch (
    account_id text        primary key references account on delete cascade,
    id         uuid        not null, -- of this attempt
    username   text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,          -- null: it goes on
    regions    text[],               -- those that were asked; null until they are known
    unread     jsonb       not null default '[]', -- [{"region", "error", "message"}]: where there was no answer
    problem    text                  -- why nothing was brought in; null unless so
);
