-- Rules that hide findings. All that a rule names must fit a finding; within a list one is enough.
create table suppression (
    id               uuid        primary key,
    control_ids      text[],     -- null: any, as are the next four
    account_ids      text[],
    regions          text[],
    resource_pattern text,       -- of the ARN: * is any text, ? any character
    tag_key          text,
    tag_value        text,       -- null: any
    reason           text        not null,
    owner            text        not null,
    created_at       timestamptz not null,
    created_by       text        not null,
    expires_at       timestamptz, -- null: never
    ended_at         timestamptz, -- null: in force
    ended_by         text,       -- null: it expired
    settled          boolean     not null, -- false while findings have yet to follow its beginning or its end
    version          integer     not null,
    check (num_nonnulls(control_ids, account_ids, regions, resource_pattern, tag_key) > 0),
    check (tag_value is null or tag_key is not null)
);
create index suppression_in_force on suppression (expires_at) where ended_at is null;
create index suppression_unsettled on suppression (id) where not settled;

create table suppression_change (
    id             bigint      generated always as identity primary key,
    suppression_id uuid        not null references suppression on delete cascade,
    at             timestamptz not null,
    what           text        not null check (what in ('CREATED', 'ENDED', 'EXPIRED')),
    username       text,       -- null: it expired
    note           text
);
create index suppression_change_by_suppression on suppression_change (suppression_id, id);

-- The rule that hides the finding; null where it is not suppressed, or was suppressed by hand.
alter table finding
    add column suppression_id uuid references suppression,
    add constraint hidden_is_suppressed check (suppression_id is null or workflow_status = 'SUPPRESSED');
create index finding_by_suppression on finding (suppression_id) where suppression_id is not null;
alter table transition add column suppression_id uuid; -- the rule because of which the workflow status changed
