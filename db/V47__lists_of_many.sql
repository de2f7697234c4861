-- By finding: the newest of a control, whatever they say. Sums tell how many there are, for which the dropped index was made.
drop index finding_counts;
create index finding_of_control on finding (control_id, status_changed_at desc, id desc)
    include (account_id, region, compliance_status, workflow_status)
    where record_state = 'ACTIVE';

-- The same as before, with what most filters ask for.
drop index finding_not_known;
drop index finding_suppressed;
drop index finding_archived;
create index finding_not_known on finding (status_changed_at desc, id desc) include (control_id, account_id, region)
    where record_state = 'ACTIVE' and workflow_status <> 'SUPPRESSED' and compliance_status in ('WARNING', 'NOT_AVAILABLE');
create index finding_suppressed on finding (status_changed_at desc, id desc) include (control_id, account_id, region)
    where record_state = 'ACTIVE' and workflow_status = 'SUPPRESSED';
create index finding_archived on finding (status_changed_at desc, id desc) include (control_id, account_id, region)
    where record_state = 'ARCHIVED';

-- What people have set otherwise than the verdict would: hardly any.
create index finding_at_odds on finding (status_changed_at desc, id desc) include (control_id, account_id, region)
    where record_state = 'ACTIVE'
      and (compliance_status = 'PASSED' and workflow_status in ('NEW', 'NOTIFIED')
           or compliance_status <> 'PASSED' and workflow_status = 'RESOLVED');
