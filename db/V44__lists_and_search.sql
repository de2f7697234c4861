-- By finding: lists with the severest first read what fails control by control; the newest of each is found by these.
create index finding_severe on finding (control_id, status_changed_at desc, id desc) include (account_id, region)
    where record_state = 'ACTIVE' and workflow_status <> 'SUPPRESSED' and compliance_status = 'FAILED';
create index finding_severe_in_account on finding (account_id, control_id, status_changed_at desc, id desc) include (region)
    where record_state = 'ACTIVE' and workflow_status <> 'SUPPRESSED' and compliance_status = 'FAILED';
create index finding_not_known on finding (status_changed_at desc, id desc)
    where record_state = 'ACTIVE' and workflow_status <> 'SUPPRESSED' and compliance_status in ('WARNING', 'NOT_AVAILABLE');
create index finding_suppressed on finding (status_changed_at desc, id desc)
    where record_state = 'ACTIVE' and workflow_status = 'SUPPRESSED';
create index finding_archived on finding (status_changed_at desc, id desc) where record_state = 'ARCHIVED';

-- What is to be mended soonest, control by control.
create index finding_due on finding (control_id, failing_since, id) include (account_id, region)
    where record_state = 'ACTIVE' and failing_since is not null and workflow_status <> 'SUPPRESSED';

-- By inventory: what people look for of a resource: its name, and of its ARN what comes after the account.
create extension if not exists pg_trgm;
create function searched(arn text, name text) returns text language sql immutable parallel safe as $$
    select lower(name || E'\n' || regexp_replace(arn, '^([^:]*:){5}', ''))
$$;
create index resource_by_part on resource using gin (searched(arn, name) gin_trgm_ops);
create index resource_by_name on resource (lower(name) text_pattern_ops);
