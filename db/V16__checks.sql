-- Coverage is the share of checks that could be made: a check is a control in a region (or in the account, for services
-- without regions), and is complete when nothing that it reads of any resource was missing.
alter table coverage
    add column checks          integer not null default 1,
    add column complete_checks integer not null default 1;
-- Older scans did not count: each service of theirs stands for one check, as it did when they ended.
update coverage set complete_checks = 0 where state = 'GAPS';
update coverage set checks = 0, complete_checks = 0 where state = 'SKIPPED';
alter table coverage alter column checks drop default, alter column complete_checks drop default;

alter table evaluation add column complete boolean not null default true;
update evaluation set complete = false where gap is not null;
alter table evaluation alter column complete drop default;

-- 0 to 100 with one decimal, 100 only when everything is complete; null when there is nothing to check.
create function coverage_share(complete bigint, checks bigint) returns double precision language sql immutable
    return floor(1000.0 * complete / nullif(checks, 0)) / 10;

-- A point may also come from what an operator chose: no scan made it.
alter table control_trend alter column scan_id drop not null;
alter table standard_trend alter column scan_id drop not null;
