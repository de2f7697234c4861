-- Attempts that broke off with an error; the other attempts of an open unit ended with their worker.
alter table scan_unit add column failures integer not null default 0;
