-- By finding: what a person is to mend is listed by any filter from its index alone, as what is unsettled is.
drop index finding_by_assignee;
create index finding_by_assignee on finding (assignee, status_changed_at desc, id desc)
    include (control_id, account_id, region, compliance_status, workflow_status, record_state, failing_since)
    where assignee is not null;
