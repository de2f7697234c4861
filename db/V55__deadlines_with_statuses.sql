-- By finding: what is due, late or severe is listed by statuses and deadlines without looking each finding up.
drop index finding_due;
create index finding_due on finding (control_id, failing_since, id) include (account_id, region, compliance_status, workflow_status)
    where record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED';
drop index finding_late;
create index finding_late on finding (account_id, control_id, failing_since) include (region, compliance_status, workflow_status)
    where record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED';
drop index finding_severe;
create index finding_severe on finding (control_id, status_changed_at desc, id desc)
    include (account_id, region, workflow_status, failing_since)
    where record_state = 'ACTIVE' and workflow_status <> 'SUPPRESSED' and compliance_status = 'FAILED';
