-- Who is to mend it, in words that the teams choose; null: nobody. See docs/adr/0103.
alter table finding add column assignee text;
create index finding_by_assignee on finding (assignee, status_changed_at desc, id desc) where assignee is not null;

-- From and to whom, null for nobody; and what somebody noted while nothing else changed.
alter table transition
    drop constraint transition_what_check,
    alter column to_value drop not null,
    add constraint transition_what_check
        check (what in ('COMPLIANCE_STATUS', 'WORKFLOW_STATUS', 'RECORD_STATE', 'ASSIGNEE', 'NOTE')),
    add constraint transition_to_check check (to_value is not null or what in ('ASSIGNEE', 'NOTE'));

-- Findings that wait to be mended, and since when: those that are active and not suppressed, and fail. Rows are only added, those
-- of a key add up, and are made one when a scan ends, as in finding_sum.
create table open_sum (
    account_id text references account on delete cascade, -- null: all accounts, with those that do not count
    control_id text   not null,
    open       bigint not null,
    since      bigint not null -- seconds from 1970 to when each began to fail, added up
);
create index open_sum_by_account on open_sum (account_id);

create function add_to_open_sum() returns trigger language plpgsql as $function$
begin
    execute format($sql$
        insert into open_sum (account_id, control_id, open, since)
        select * from (
            select account_id, control_id, sum(sign) as open, sum(sign * extract(epoch from failing_since)::bigint)::bigint as since
            from (%s) as changed
            where record_state = 'ACTIVE' and workflow_status <> 'SUPPRESSED' and failing_since is not null
            group by grouping sets ((account_id, control_id), (control_id))) as sums
        where (open, since) <> (0, 0)
          and (account_id is null or exists (select from counted_account where id = account_id)) -- not with its account
        $sql$, case tg_op
            when 'INSERT' then 'select 1 as sign, * from come'
            when 'DELETE' then 'select -1 as sign, * from gone'
            else 'select 1 as sign, * from come union all select -1, * from gone' end);
    return null;
end $function$;

create trigger sum_up_open_inserted after insert on finding
    referencing new table as come for each statement execute function add_to_open_sum();
create trigger sum_up_open_updated after update on finding
    referencing old table as gone new table as come for each statement execute function add_to_open_sum();
create trigger sum_up_open_deleted after delete on finding
    referencing old table as gone for each statement execute function add_to_open_sum();

insert into open_sum (account_id, control_id, open, since)
select account_id, control_id, count(*), sum(extract(epoch from failing_since)::bigint)
from finding
where record_state = 'ACTIVE' and workflow_status <> 'SUPPRESSED' and failing_since is not null
group by grouping sets ((account_id, control_id), (control_id));

-- What was mended on a day, and how long it had failed. Rows are only added, those of a key add up, as in open_sum.
create table fix_day (
    account_id text references account on delete cascade, -- null: all accounts
    control_id text   not null,
    day        date   not null, -- UTC
    fixes      bigint not null,
    seconds    bigint not null -- that they had failed, added up
) partition by range (day);
create index fix_day_by_account on fix_day (account_id, day) include (control_id, fixes, seconds);

-- What should have been mended by then; null before this version.
alter table control_trend add column overdue bigint;
alter table control_day add column overdue bigint;
alter table standard_trend add column findings_overdue bigint;
alter table standard_day add column findings_overdue bigint;
create index finding_late on finding (account_id, control_id, failing_since)
    where record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED';
