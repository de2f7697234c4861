-- Of the calls of a service: those that repeated one that failed, and those that AWS refused as too many.
alter table coverage
    add column retries   bigint not null default 0,
    add column throttles bigint not null default 0;
