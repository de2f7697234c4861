-- What the first page shows of now is kept as sums, too: see docs/adr/0094. Rows are only added by what changes findings or
-- evaluations, so that scans do not wait for each other; those of a key add up, and are made one when a scan ends.
create table finding_sum (
    account_id text references account on delete cascade, -- null: all accounts, with those that do not count
    control_id text   not null,
    passed     bigint not null, -- active findings, as are the next three
    failed     bigint not null,
    unknown    bigint not null,
    suppressed bigint not null
);
create index finding_sum_by_account on finding_sum (account_id);

create function add_to_finding_sum() returns trigger language plpgsql as $function$
begin
    execute format($sql$
        insert into finding_sum (account_id, control_id, passed, failed, unknown, suppressed)
        select * from (
            select account_id, control_id,
                   coalesce(sum(sign) filter (where compliance_status = 'PASSED' and counts), 0) as passed,
                   coalesce(sum(sign) filter (where compliance_status = 'FAILED' and counts), 0) as failed,
                   coalesce(sum(sign) filter (where compliance_status in ('WARNING', 'NOT_AVAILABLE') and counts), 0) as unknown,
                   coalesce(sum(sign) filter (where not counts), 0) as suppressed
            from (select sign, account_id, control_id, compliance_status, workflow_status <> 'SUPPRESSED' as counts
                  from (%s) as changed where record_state = 'ACTIVE') as active
            group by grouping sets ((account_id, control_id), (control_id))) as sums
        where (passed, failed, unknown, suppressed) <> (0, 0, 0, 0)
          and (account_id is null or exists (select from counted_account where id = account_id)) -- not with its account
        $sql$, case tg_op
            when 'INSERT' then 'select 1 as sign, * from come'
            when 'DELETE' then 'select -1 as sign, * from gone'
            else 'select 1 as sign, * from come union all select -1, * from gone' end);
    return null;
end $function$;

create trigger sum_up_inserted after insert on finding
    referencing new table as come for each statement execute function add_to_finding_sum();
create trigger sum_up_updated after update on finding
    referencing old table as gone new table as come for each statement execute function add_to_finding_sum();
create trigger sum_up_deleted after delete on finding
    referencing old table as gone for each statement execute function add_to_finding_sum();

insert into finding_sum
select account_id, control_id,
       count(*) filter (where compliance_status = 'PASSED' and workflow_status <> 'SUPPRESSED'),
       count(*) filter (where compliance_status = 'FAILED' and workflow_status <> 'SUPPRESSED'),
       count(*) filter (where compliance_status in ('WARNING', 'NOT_AVAILABLE') and workflow_status <> 'SUPPRESSED'),
       count(*) filter (where workflow_status = 'SUPPRESSED')
from finding where record_state = 'ACTIVE'
group by grouping sets ((account_id, control_id), (control_id));

-- How many checks there were the last time, and of how many nothing was missing.
create table evaluation_sum (
    account_id text   not null references account on delete cascade,
    checks     bigint not null,
    complete   bigint not null
);
create index evaluation_sum_by_account on evaluation_sum (account_id);

create function add_to_evaluation_sum() returns trigger language plpgsql as $function$
begin
    execute format($sql$
        insert into evaluation_sum (account_id, checks, complete)
        select * from (
            select account_id, sum(sign) as checks, coalesce(sum(sign) filter (where complete), 0) as complete
            from (%s) as changed group by account_id) as sums
        where (checks, complete) <> (0, 0)
          and exists (select from counted_account where id = account_id)
        $sql$, case tg_op
            when 'INSERT' then 'select 1 as sign, account_id, complete from come'
            when 'DELETE' then 'select -1 as sign, account_id, complete from gone'
            else 'select 1 as sign, account_id, complete from come union all select -1, account_id, complete from gone' end);
    return null;
end $function$;

create trigger sum_up_inserted after insert on evaluation
    referencing new table as come for each statement execute function add_to_evaluation_sum();
create trigger sum_up_updated after update on evaluation
    referencing old table as gone new table as come for each statement execute function add_to_evaluation_sum();
create trigger sum_up_deleted after delete on evaluation
    referencing old table as gone for each statement execute function add_to_evaluation_sum();

insert into evaluation_sum
select account_id, count(*), count(*) filter (where complete) from evaluation group by account_id;

create index evaluation_latest on evaluation (control_id, at desc);
create index evaluation_incomplete on evaluation (account_id) where not complete;
create index evaluation_unlisted on evaluation (account_id) where gap is not null;
