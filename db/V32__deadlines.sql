-- How many days people have to mend what fails: of one severity or of one control, everywhere or in one account.
create table deadline (
    severity   text check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL')),
    control_id text,
    account_id text    references account on delete cascade,
    days       integer not null check (days between 1 and 3650),
    check (num_nonnulls(severity, control_id) = 1),
    unique nulls not distinct (severity, control_id, account_id)
);

-- Since when a resource fails. What is no longer known to fail, as nobody could look, is not mended by that.
alter table finding add column failing_since timestamptz;
update finding set failing_since = status_changed_at
where (compliance_status = 'FAILED' or last_verdict = 'FAILED')
  and (record_state = 'ACTIVE' or archive_reason not in ('RESOURCE_GONE', 'NOT_APPLICABLE'));
create index finding_failing on finding (failing_since) where record_state = 'ACTIVE' and failing_since is not null;
