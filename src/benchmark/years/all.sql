-- What is kept of all accounts together, as scans would have left it.
set work_mem = '512MB';
insert into control_day (account_id, control_id, day, at, status, passed, failed, unknown, suppressed, coverage, overdue, turned)
select null, *, (passed, failed) is distinct from lag((passed, failed)) over (partition by control_id order by day)
from (select control_id, day, max(at), case when bool_or(status = 'FAILED') then 'FAILED' when bool_or(status = 'UNKNOWN') then 'UNKNOWN'
                                       when bool_or(status = 'PASSED') then 'PASSED' else 'NO_DATA' end,
             sum(passed)::bigint as passed, sum(failed)::bigint as failed, sum(unknown)::bigint, sum(suppressed)::bigint,
             avg(coverage)::real, sum(overdue)::bigint
      from control_day group by control_id, day) as added;

insert into standard_day (account_id, standard_id, day, at, passed, failed, unknown, no_data, disabled, coverage,
                          findings_passed, findings_failed, findings_unknown, findings_suppressed, findings_overdue,
                          failing_by_severity)
select null, 'fsbp', day, max(at), count(*) filter (where status = 'PASSED'), count(*) filter (where status = 'FAILED'),
       count(*) filter (where status = 'UNKNOWN'),
       years.members() - count(*) filter (where status in ('PASSED', 'FAILED', 'UNKNOWN')), 0, 99.5,
       sum(passed), sum(failed), sum(unknown), sum(suppressed), sum(overdue),
       array[coalesce(sum(failed) filter (where severity = 'CRITICAL'), 0)::bigint,
             coalesce(sum(failed) filter (where severity = 'HIGH'), 0)::bigint,
             coalesce(sum(failed) filter (where severity = 'MEDIUM'), 0)::bigint,
             coalesce(sum(failed) filter (where severity = 'LOW'), 0)::bigint,
             coalesce(sum(failed) filter (where severity = 'INFORMATIONAL'), 0)::bigint]
from control_day join years.control on control.id = control_id
where account_id is null and member group by day;

insert into control_step (account_id, control_id, day, cause, was, became, findings, moments)
select null, control_id, day, cause, was, became, sum(findings)::bigint, '{}'
from control_step group by control_id, day, cause, was, became;

insert into standard_step (account_id, standard_id, day, cause, was, became, findings)
select account_id, 'fsbp', day, cause, was, became, sum(findings)::bigint
from control_step join years.control on control.id = control_id
where member group by account_id, day, cause, was, became;

insert into fix_day (account_id, control_id, day, fixes, seconds)
select null, control_id, day, sum(fixes), sum(seconds) from fix_day group by control_id, day;

insert into finding_sum (account_id, control_id, passed, failed, unknown, suppressed, suppressed_passed, suppressed_failed)
select account_id, control_id,
       count(*) filter (where compliance_status = 'PASSED' and workflow_status <> 'SUPPRESSED'),
       count(*) filter (where compliance_status = 'FAILED' and workflow_status <> 'SUPPRESSED'),
       count(*) filter (where compliance_status in ('WARNING', 'NOT_AVAILABLE') and workflow_status <> 'SUPPRESSED'),
       count(*) filter (where workflow_status = 'SUPPRESSED'),
       count(*) filter (where compliance_status = 'PASSED' and workflow_status = 'SUPPRESSED'),
       count(*) filter (where compliance_status = 'FAILED' and workflow_status = 'SUPPRESSED')
from finding where record_state = 'ACTIVE'
group by grouping sets ((account_id, control_id), (control_id));

insert into open_sum (account_id, control_id, open, since)
select account_id, control_id, count(*), sum(extract(epoch from failing_since)::bigint)
from finding where record_state = 'ACTIVE' and workflow_status <> 'SUPPRESSED' and failing_since is not null
group by grouping sets ((account_id, control_id), (control_id));

insert into evaluation_sum (account_id, checks, complete)
select account_id, count(*), count(*) filter (where complete) from evaluation group by account_id;

insert into scan_move (scan_id, cause, was, became, findings)
select scan_id, cause, was, became, count(*) from transition
where cause is not null and scan_id is not null group by scan_id, cause, was, became;
