-- By finding: what is active and does not pass, or needs work yet, once more beside the texts of its resource, so that a text that many
-- resources have is compared along an index; see docs/adr/0129. Triggers keep it with the findings and the names of resources.
create table unsettled_finding (
    id                uuid        not null,
    account_id        text        not null,
    region            text        not null,
    control_id        text        not null,
    resource_id       uuid        not null,
    compliance_status text        not null,
    workflow_status   text        not null,
    record_state      text        not null check (record_state = 'ACTIVE'),
    failing_since     timestamptz,
    status_changed_at timestamptz not null,
    assignee          text,
    searched          text        not null, -- of the name and ARN, as far as an index can have it
    reason_id         uuid                  -- null: it has no reason
);

-- The texts of reasons, of which many findings have the same. Twice in it, where two transactions put it there at a time.
create table unsettled_reason (
    id   uuid not null,
    said text not null
);

create function unsettled(record_state text, compliance_status text, workflow_status text) returns boolean
    language sql immutable parallel safe as $$
    select record_state = 'ACTIVE' and (compliance_status <> 'PASSED' or workflow_status <> 'RESOLVED')
$$;

create function reason_id(reason text, reason_ja text) returns uuid language sql immutable parallel safe as $$
    select case when reason <> '' then md5(said(reason, reason_ja))::uuid end
$$;

create function searched_along(arn text, name text) returns text language sql immutable parallel safe as $$
    select left(searched(arn, name), 1000)
$$;

insert into unsettled_finding
select f.id, f.account_id, f.region, f.control_id, f.resource_id, f.compliance_status, f.workflow_status, f.record_state,
       f.failing_since, f.status_changed_at, f.assignee, searched_along(r.arn, r.name), reason_id(f.reason, f.reason_ja)
from finding f join stored_resource r on r.id = f.resource_id
where unsettled(f.record_state, f.compliance_status, f.workflow_status);

insert into unsettled_reason
select distinct reason_id(reason, reason_ja), said(reason, reason_ja) from finding
where reason <> '' and unsettled(record_state, compliance_status, workflow_status);

alter table unsettled_finding add primary key (id);
create index unsettled_newest on unsettled_finding (status_changed_at desc, id desc)
    include (control_id, account_id, region, compliance_status, workflow_status, failing_since, assignee, searched, reason_id)
    where record_state = 'ACTIVE';
create index unsettled_of_control on unsettled_finding (control_id, status_changed_at desc, id desc)
    include (account_id, region, compliance_status, workflow_status, failing_since, assignee, searched, reason_id)
    where record_state = 'ACTIVE';
create index unsettled_due on unsettled_finding (control_id, failing_since, id)
    include (account_id, region, compliance_status, workflow_status, assignee, searched, reason_id)
    where record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED';
create index unsettled_late on unsettled_finding (account_id, control_id, failing_since, id)
    include (region, compliance_status, workflow_status, assignee, searched, reason_id)
    where record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED';
create index unsettled_by_part on unsettled_finding using gin (searched gin_trgm_ops);
create index unsettled_by_reason on unsettled_finding (reason_id);
create index unsettled_by_resource on unsettled_finding (resource_id);
create index unsettled_reason_by_id on unsettled_reason (id);
create index unsettled_reason_by_part on unsettled_reason using gin (said gin_trgm_ops);
alter table unsettled_finding alter column searched set statistics 1000;

-- What changed is read once, however little the planner knows of tables that were empty a moment ago.
create function keep_unsettled() returns trigger language plpgsql as $function$
begin
    if tg_op <> 'INSERT' then
        execute $sql$
            delete from unsettled_finding where id = any (array(
                select id from gone where unsettled(record_state, compliance_status, workflow_status)))
            $sql$;
    end if;
    if tg_op <> 'DELETE' then
        execute $sql$
            insert into unsettled_finding
            select f.id, f.account_id, f.region, f.control_id, f.resource_id, f.compliance_status, f.workflow_status, f.record_state,
                   f.failing_since, f.status_changed_at, f.assignee, searched_along(r.arn, r.name), reason_id(f.reason, f.reason_ja)
            from come f
            cross join lateral (select arn, name from stored_resource where id = f.resource_id limit 1) as r
            where unsettled(f.record_state, f.compliance_status, f.workflow_status)
            $sql$;
        execute $sql$
            insert into unsettled_reason
            select * from (
                select distinct reason_id(reason, reason_ja) as id, said(reason, reason_ja) from come
                where reason <> '' and unsettled(record_state, compliance_status, workflow_status)) as these
            where not exists (select from unsettled_reason as known where known.id = these.id)
            $sql$;
    end if;
    return null;
end $function$;

create trigger keep_unsettled_inserted after insert on finding
    referencing new table as come for each statement execute function keep_unsettled();
create trigger keep_unsettled_updated after update on finding
    referencing old table as gone new table as come for each statement execute function keep_unsettled();
create trigger keep_unsettled_deleted after delete on finding
    referencing old table as gone for each statement execute function keep_unsettled();

create function rename_unsettled() returns trigger language plpgsql as $function$
begin
    update unsettled_finding set searched = searched_along(new.arn, new.name) where resource_id = new.id;
    return null;
end $function$;

create trigger rename_unsettled after update on resource
    for each row when ((new.arn, new.name) is distinct from (old.arn, old.name)) execute function rename_unsettled();

analyze unsettled_finding, unsettled_reason;
