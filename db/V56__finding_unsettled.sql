-- By finding: all that does not pass or needs work yet is unsettled, one of twelve. It is listed by any filter from these indexes alone:
-- the newest of all, of a control, and of a control in an account.
create index finding_unsettled on finding (status_changed_at desc, id desc)
    include (control_id, account_id, region, compliance_status, workflow_status, failing_since, assignee)
    where record_state = 'ACTIVE' and (compliance_status <> 'PASSED' or workflow_status <> 'RESOLVED');
create index finding_unsettled_of_control on finding (control_id, status_changed_at desc, id desc)
    include (account_id, region, compliance_status, workflow_status, failing_since, assignee)
    where record_state = 'ACTIVE' and (compliance_status <> 'PASSED' or workflow_status <> 'RESOLVED');
create index finding_unsettled_in_account on finding (account_id, control_id, status_changed_at desc, id desc)
    include (region, compliance_status, workflow_status, failing_since, assignee)
    where record_state = 'ACTIVE' and (compliance_status <> 'PASSED' or workflow_status <> 'RESOLVED');
drop index finding_severe;
drop index finding_severe_in_account;
drop index finding_failing;

-- What only few findings are, and what is due.
drop index finding_not_known;
create index finding_not_known on finding (status_changed_at desc, id desc)
    include (control_id, account_id, region, compliance_status, workflow_status, failing_since, assignee)
    where record_state = 'ACTIVE' and compliance_status in ('WARNING', 'NOT_AVAILABLE');
drop index finding_at_odds;
create index finding_at_odds on finding (status_changed_at desc, id desc)
    include (control_id, account_id, region, compliance_status, workflow_status, failing_since, assignee)
    where record_state = 'ACTIVE'
      and (compliance_status = 'PASSED' and workflow_status in ('NEW', 'NOTIFIED')
           or compliance_status <> 'PASSED' and workflow_status = 'RESOLVED');
drop index finding_suppressed;
create index finding_suppressed on finding (status_changed_at desc, id desc)
    include (control_id, account_id, region, compliance_status, assignee)
    where record_state = 'ACTIVE' and workflow_status = 'SUPPRESSED';
drop index finding_due;
create index finding_due on finding (control_id, failing_since, id)
    include (account_id, region, compliance_status, workflow_status, assignee)
    where record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED';
drop index finding_late;
create index finding_late on finding (account_id, control_id, failing_since)
    include (region, compliance_status, workflow_status, assignee)
    where record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED';

-- How rare it is that what fails is resolved, and the like.
create statistics finding_states (mcv) on record_state, compliance_status, workflow_status from finding;
analyze finding;
