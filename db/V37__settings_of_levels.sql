-- A control is set everywhere, in an organizational unit with all that lies in it, or in an account: what is said nearest to
-- an account holds there, of the switch and of each parameter by itself.
alter table control_setting
    drop constraint control_setting_pkey,
    add column id         uuid not null default gen_random_uuid() primary key,
    add column ou         text, -- path of names
    add column account_id text references account on delete cascade,
    alter column enabled drop not null, -- null: nothing is said
    add check (num_nonnulls(ou, account_id) <= 1),
    add unique nulls not distinct (control_id, ou, account_id);
alter table control_setting alter column id drop default;
update control_setting set enabled = null where enabled;
delete from control_setting where enabled is null and parameters = '{}';

-- Append-only: every change of what is said of a control at a level.
create table control_setting_change (
    id         uuid        primary key,
    control_id text        not null,
    ou         text,
    account_id text,       -- also of accounts that are gone
    at         timestamptz not null,
    username   text        not null,
    note       text,
    before     jsonb       not null, -- {"enabled", "parameters"}: all that was said, as in the next
    after      jsonb       not null
);
create index control_setting_change_by_control on control_setting_change (control_id, at desc, id desc);

-- By control: when parameters were changed, everywhere or at a level.
create view control_tuning as
select control_id, ou, account_id, at from control_setting_change where before -> 'parameters' is distinct from after -> 'parameters';

-- The change of a setting because of which a finding changed.
alter table transition add column setting_change_id uuid;

-- By inventory: how resources of a type were last listed in a place, so that they can be judged again without AWS.
create table listing (
    account_id text        not null references account on delete cascade,
    region     text        not null,
    type       text        not null,
    scan_id    uuid        not null,
    at         timestamptz not null,
    fields     text[]      not null, -- the top-level fields that documents have for certain, where they are set
    gap        jsonb,                -- what kept resources from being listed
    primary key (account_id, region, type)
);
create view last_listing as
select account_id, region, type from listing;
-- What kept the resource from being seen when its type was last listed; null: it was seen, or is known to be gone.
alter table resource add column unseen jsonb;
update resource r set unseen = e.gap
from evaluation e join finding f using (account_id, region, control_id)
where e.gap is not null and f.resource_id = r.id and e.resource_type = r.type
  and f.record_state = 'ACTIVE' and f.compliance_status = 'WARNING'
  and f.reason = (e.gap->>'action') || ' ' || (e.gap->>'error');

create or replace view stored_resource as
select id, account_id, region, type, arn, name, tags, document, gaps, gone_at, unseen from resource;

-- By scan: what has yet to be judged again, because what is said of its control has changed.
create table reevaluation (
    control_id    text        not null,
    account_id    text        not null references account on delete cascade,
    region        text        not null,
    resource_type text        not null,
    change_id     uuid        not null,
    queued_at     timestamptz not null,
    primary key (control_id, account_id, region, resource_type)
);
create index reevaluation_by_change on reevaluation (change_id);

-- What came of it, by change.
create table reevaluated (
    change_id uuid    primary key,
    units     integer not null, -- a control's resources of a type in a region of an account
    unread    integer not null, -- of which what the control reads was not read yet: the next scan does
    findings  bigint  not null  -- of which something else is said
);
