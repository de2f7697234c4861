create table control_setting (
    control_id text    primary key,
    enabled    boolean not null,
    parameters jsonb   not null,
    version    integer not null
);
