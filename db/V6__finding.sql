create table finding (
    id                uuid        primary key,
    account_id        text        not null references account on delete cascade,
    region            text        not null,
    control_id        text        not null,
    resource_id       uuid        not null references resource on delete cascade,
    compliance_status text        not null check (compliance_status in ('PASSED', 'FAILED', 'WARNING', 'NOT_AVAILABLE')),
    reason            text        not null,
    workflow_status   text        not null check (workflow_status in ('NEW', 'NOTIFIED', 'SUPPRESSED', 'RESOLVED')),
    record_state      text        not null check (record_state in ('ACTIVE', 'ARCHIVED')),
    first_observed_at timestamptz not null,
    status_changed_at timestamptz not null,
    version           integer     not null default 0,
    unique (resource_id, control_id)
);
create index finding_newest on finding (status_changed_at desc, id desc) where record_state = 'ACTIVE';
create index finding_counts on finding (control_id, account_id, compliance_status, workflow_status) where record_state = 'ACTIVE';
create index finding_by_unit on finding (account_id, region, control_id);

-- Append-only: every change of a verdict, of a workflow status and of a record state.
create table transition (
    id         bigint      generated always as identity,
    finding_id uuid        not null references finding on delete cascade,
    account_id text        not null,
    control_id text        not null,
    at         timestamptz not null,
    what       text        not null check (what in ('COMPLIANCE_STATUS', 'WORKFLOW_STATUS', 'RECORD_STATE')),
    from_value text,       -- null: the finding is new
    to_value   text        not null,
    reason     text        not null,
    scan_id    uuid,       -- the scan that saw it, or
    username   text,       -- the user who did it
    note       text,
    change     jsonb,      -- {"field": {"before", "after"}}: what changed in the resource
    primary key (id, at)
) partition by range (at);
create index transition_by_finding on transition (finding_id, at desc, id desc);
create index transition_by_control on transition (control_id, account_id, at desc);
