create table scan (
    id          uuid        primary key,
    account_id  text        not null references account on delete cascade,
    trigger     text        not null check (trigger in ('MANUAL', 'SCHEDULE', 'SAMPLE')),
    schedule_id uuid,
    state       text        not null check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'INCOMPLETE', 'FAILED', 'CANCELLED')),
    regions     text[],     -- null: those of the account
    control_ids text[],     -- null: every enabled control
    problem     text,       -- why it failed
    queued_at   timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz
);
create unique index one_scan_at_a_time on scan (account_id) where state in ('QUEUED', 'RUNNING');
create index scan_by_time on scan (queued_at desc, id desc);
create index scan_by_account on scan (account_id, queued_at desc, id desc);

create table scan_unit (
    scan_id     uuid        not null references scan on delete cascade,
    region      text        not null, -- or 'global'
    state       text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    attempts    integer     not null default 0,
    problem     text,
    started_at  timestamptz,
    finished_at timestamptz,
    primary key (scan_id, region)
);

-- What a scan read of one service in one region: also the checkpoint from which another worker resumes.
create table coverage (
    scan_id     uuid        not null references scan on delete cascade,
    region      text        not null,
    service     text        not null,
    state       text        not null check (state in ('COMPLETE', 'GAPS', 'SKIPPED')),
    resources   bigint      not null,
    evaluations bigint      not null,
    opened      bigint      not null,
    closed      bigint      not null,
    calls       bigint      not null,
    gaps        jsonb       not null, -- [{"action", "error", "message", "resources"}]
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    primary key (scan_id, region, service)
);

-- When a control was last evaluated in a region, and what kept its resources from being listed.
create table evaluation (
    account_id text        not null references account on delete cascade,
    region     text        not null,
    control_id text        not null,
    scan_id    uuid        not null,
    at         timestamptz not null,
    gap        jsonb,
    primary key (account_id, region, control_id)
);
