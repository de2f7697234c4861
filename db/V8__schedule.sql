create table schedule (
    id          uuid        primary key,
    name        text        not null check (name <> ''),
    cron        text        not null,
    zone        text        not null,
    account_ids text[],     -- null: every account
    enabled     boolean     not null,
    created_at  timestamptz not null,
    last_run_at timestamptz,
    version     integer     not null
);

-- The table of db-scheduler 16 (its documentation gives the definition).
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
