create table resource (
    id            uuid        primary key,
    account_id    text        not null references account on delete cascade,
    region        text        not null,
    type          text        not null,
    arn           text        not null,
    name          text        not null,
    tags          jsonb       not null,
    document      jsonb       not null,
    gaps          jsonb       not null,
    digest        uuid        not null, -- of name, tags, document and gaps: tells a changed resource from an unchanged one
    first_seen_at timestamptz not null,
    changed_at    timestamptz not null,
    gone_at       timestamptz,
    unique (account_id, region, type, arn)
);
create index resource_by_arn on resource (arn);
