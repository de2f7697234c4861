create table account (
    id          text        primary key check (id ~ '^[0-9]{12}$'),
    name        text        not null check (name <> ''),
    partition   text        not null,
    role_arn    text,
    external_id text,
    regions     text[],     -- null: every region that is enabled for the account
    sample      boolean     not null default false,
    created_at  timestamptz not null,
    version     integer     not null
);
