-- At most one: the organization whose member accounts are watched.
create table organization (
    id                 integer     primary key check (id = 1),
    role_arn           text,        -- null: the service's own credentials
    external_id        text,
    member_role        text        not null, -- such as arn:{partition}:iam::{accountId}:role/shisei
    member_external_id text,
    include_ous        text[],      -- null: every organizational unit
    exclude_ous        text[],      -- null: none
    regions            text[],      -- of new members; null: every enabled one
    syncing_since      timestamptz, -- one instance syncs at a time
    synced_at          timestamptz, -- the last complete sync
    problem            text,        -- why the last sync broke off; null unless it did
    found              integer,
    added              integer,
    retired            integer,
    linked             integer,
    problems           integer,
    version            integer     not null
);

alter table account
    add column managed     boolean not null default false, -- a member that syncs keep up to date
    add column ou          text,                           -- path of names, / is the organization's root
    add column member_name text,                           -- the name that AWS Organizations knows
    add column own_access  boolean not null default true,  -- access was chosen for this account alone
    add column own_regions boolean not null default true,  -- and so were the regions
    add column problem     text,                           -- why a sync could not get in
    add column retired_at  timestamptz;                    -- not scanned any more since

create index account_retired on account (id) where retired_at is not null;

-- Scans wait in the order in which they were asked for; an admitted one is being planned, or runs.
alter table scan add column admitted_at timestamptz;
update scan set admitted_at = queued_at where state = 'QUEUED';
create index scan_waiting on scan (queued_at, id) where state = 'QUEUED';
create index scan_running on scan (id) where state = 'RUNNING';
