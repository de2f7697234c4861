alter table schedule
    add column regions        text[],  -- null: those of each account
    add column control_ids    text[],  -- null: every enabled control
    add column jitter_minutes integer     not null default 0 check (jitter_minutes between 0 and 60),
    add column blackouts      jsonb       not null default '[]', -- [{"days": ["MONDAY"], "from", "to"}], local times
    add column missed_runs    text        not null default 'SKIP' check (missed_runs in ('SKIP', 'RUN_ONCE')),
    add column next_run_at    timestamptz; -- null: paused, or made before this column and not run since

-- What became of a schedule's runs. The key keeps a run from happening twice.
create table schedule_run (
    schedule_id uuid        not null references schedule on delete cascade,
    due_at      timestamptz not null,
    at          timestamptz not null, -- when it was seen to
    outcome     text        not null check (outcome in ('RAN', 'RAN_LATE', 'RAN_BY_HAND', 'MISSED', 'SKIPPED_BLACKOUT')),
    missed      integer     not null, -- how many runs went by while the service was down
    primary key (schedule_id, due_at)
);

create table schedule_start (
    schedule_id uuid        not null,
    due_at      timestamptz not null,
    account_id  text        not null, -- kept when the account is not watched any more
    start_at    timestamptz not null, -- due_at and the jitter
    outcome     text        not null check (outcome in ('WAITING', 'STARTED', 'SKIPPED_RUNNING', 'SKIPPED_BLACKOUT',
                                                        'SKIPPED_PAUSED', 'MISSED', 'REFUSED')),
    scan_id     uuid,       -- the scan that was started, or that was in the way
    message     text,
    primary key (schedule_id, due_at, account_id),
    foreign key (schedule_id, due_at) references schedule_run on delete cascade
);

-- What the metrics count.
create index scan_unit_open on scan_unit (state) where state in ('QUEUED', 'RUNNING');
create index scan_unit_by_end on scan_unit (finished_at);
