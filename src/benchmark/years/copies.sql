-- Accounts like those that were made: the setting years.k says which of each one's copies. Ids and names are of their own.
insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest, first_seen_at, changed_at, gone_at)
select years.own(r.id, target), target, region, type, replace(arn, source, target), name, tags, document, gaps, digest,
       first_seen_at, changed_at, gone_at
from resource r join years.copy on source = account_id and k = years.k();

insert into resource_change (resource_id, at, since, fields, labels, unread)
select years.own(resource_id, target), at, since, fields, labels, unread
from resource_change join resource r on r.id = resource_id join years.copy on source = account_id and k = years.k();

insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason, reason_ja, workflow_status,
                     record_state, archive_reason, first_observed_at, status_changed_at, failing_since, last_verdict,
                     suppression_id, assignee, version)
select years.own(f.id, target), target, region, control_id, years.own(resource_id, target), compliance_status, reason, reason_ja,
       workflow_status, record_state, archive_reason, first_observed_at, status_changed_at, failing_since, last_verdict,
       suppression_id, assignee, version
from finding f join years.copy on source = account_id and k = years.k();

insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason, reason_ja, scan_id,
                        username, archive_reason, cause, was, became)
select years.own(finding_id, target), target, control_id, at, what, from_value, to_value, reason, reason_ja,
       years.own(scan_id, target), username, archive_reason, cause, was, became
from transition join years.copy on source = account_id and k = years.k();

insert into control_step (account_id, control_id, day, cause, was, became, findings, moments)
select target, control_id, day, cause, was, became, findings, moments
from control_step join years.copy on source = account_id and k = years.k();

insert into fix_day (account_id, control_id, day, fixes, seconds)
select target, control_id, day, fixes, seconds from fix_day join years.copy on source = account_id and k = years.k();

insert into control_day (account_id, control_id, day, at, status, passed, failed, unknown, suppressed, coverage, overdue, turned)
select target, control_id, day, at, status, passed, failed, unknown, suppressed, coverage, overdue, turned
from control_day join years.copy on source = account_id and k = years.k();

insert into control_trend (account_id, control_id, at, scan_id, status, passed, failed, unknown, suppressed, coverage, overdue)
select target, control_id, at, years.own(scan_id, target), status, passed, failed, unknown, suppressed, coverage, overdue
from control_trend join years.copy on source = account_id and k = years.k();

insert into standard_trend (account_id, standard_id, at, scan_id, passed, failed, unknown, no_data, disabled, coverage,
                            findings_passed, findings_failed, findings_unknown, findings_suppressed, findings_overdue,
                            failing_by_severity)
select target, standard_id, at, years.own(scan_id, target), passed, failed, unknown, no_data, disabled, coverage,
       findings_passed, findings_failed, findings_unknown, findings_suppressed, findings_overdue, failing_by_severity
from standard_trend join years.copy on source = account_id and k = years.k();

insert into standard_day (account_id, standard_id, day, at, passed, failed, unknown, no_data, disabled, coverage,
                          findings_passed, findings_failed, findings_unknown, findings_suppressed, findings_overdue,
                          failing_by_severity, controls_passed, controls_failed, controls_unknown)
select target, standard_id, day, at, passed, failed, unknown, no_data, disabled, coverage,
       findings_passed, findings_failed, findings_unknown, findings_suppressed, findings_overdue,
       failing_by_severity, controls_passed, controls_failed, controls_unknown
from standard_day join years.copy on source = account_id and k = years.k();

insert into evaluation (account_id, region, control_id, resource_type, scan_id, at, since, complete)
select target, region, control_id, resource_type, years.own(scan_id, target), at, since, complete
from evaluation join years.copy on source = account_id and k = years.k();

insert into listing (account_id, region, type, scan_id, at, fields)
select target, region, type, years.own(scan_id, target), at, fields
from listing join years.copy on source = account_id and k = years.k();

insert into scan_unit (scan_id, region, state, attempts, started_at, finished_at)
select years.own(scan_id, target), region, unit.state, attempts, unit.started_at, unit.finished_at
from scan_unit as unit join scan on scan.id = scan_id join years.copy on source = account_id and k = years.k();

insert into coverage (scan_id, region, service, state, resources, evaluations, opened, closed, calls, gaps, started_at,
                      finished_at, checks, complete_checks)
select years.own(scan_id, target), region, service, read.state, resources, evaluations, opened, closed, calls, gaps,
       read.started_at, read.finished_at, checks, complete_checks
from coverage as read join scan on scan.id = scan_id join years.copy on source = account_id and k = years.k();

insert into scan (id, account_id, trigger, schedule_id, state, queued_at, admitted_at, started_at, finished_at)
select years.own(scan.id, target), target, trigger, schedule_id, state, queued_at, admitted_at, started_at, finished_at
from scan join years.copy on source = account_id and k = years.k();

insert into schedule_start (schedule_id, due_at, account_id, start_at, outcome, scan_id)
select schedule_id, due_at, target, start_at, outcome, years.own(scan_id, target)
from schedule_start join years.copy on source = account_id and k = years.k();
