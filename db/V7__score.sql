create table control_trend (
    account_id text        not null references account on delete cascade,
    control_id text        not null,
    at         timestamptz not null,
    scan_id    uuid        not null,
    status     text        not null, -- of the control, right after the scan
    passed     integer     not null, -- findings, as are the next three
    failed     integer     not null,
    unknown    integer     not null,
    suppressed integer     not null,
    coverage   real        not null, -- 0 to 100
    primary key (account_id, control_id, at)
) partition by range (at);

create table standard_trend (
    account_id  text        not null references account on delete cascade,
    standard_id text        not null,
    at          timestamptz not null,
    scan_id     uuid        not null,
    passed      integer     not null, -- controls, as are the next four
    failed      integer     not null,
    unknown     integer     not null,
    no_data     integer     not null,
    disabled    integer     not null,
    coverage    real        not null,
    primary key (account_id, standard_id, at)
) partition by range (at);
