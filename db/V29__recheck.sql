-- One resource is read again at somebody's wish: the recheck that saw a change, asked for by the user of the same row.
alter table transition add column recheck_id uuid;

-- By scan: the resources that are being read again at the moment, each by one recheck.
create table recheck (
    resource_id uuid        primary key references resource on delete cascade,
    id          uuid        not null,
    started_at  timestamptz not null
);
