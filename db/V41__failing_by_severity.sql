-- Failing findings of a standard's controls in its trend, by severity, the gravest first; null before this version.
alter table standard_trend add column failing_by_severity bigint[];
alter table standard_day add column failing_by_severity bigint[];
