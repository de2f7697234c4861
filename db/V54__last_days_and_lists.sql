-- By score: how each control stood at the end of the last day that an account has of it, so that the sums over all accounts are
-- added up from one row each, and not looked for in all months.
create table control_last (
    account_id text   not null references account on delete cascade,
    control_id text   not null,
    day        date   not null,
    status     text   not null,
    passed     bigint not null,
    failed     bigint not null,
    unknown    bigint not null,
    suppressed bigint not null,
    coverage   real   not null,
    overdue    bigint,
    primary key (account_id, control_id)
);
insert into control_last
select account.id, control.id, held.*
from account
cross join (select distinct control_id as id from control_day where account_id is not null) as control
cross join lateral (
    select day, status, passed, failed, unknown, suppressed, coverage, overdue from control_day
    where account_id = account.id and control_id = control.id order by day desc limit 1) as held;

-- By finding: an account's newest, however few it has among those of all.
create index finding_newest_in_account on finding (account_id, status_changed_at desc, id desc)
    where record_state = 'ACTIVE';

-- What is archived is counted by status without reading it.
drop index finding_archived;
create index finding_archived on finding (status_changed_at desc, id desc)
    include (control_id, account_id, region, compliance_status, workflow_status) where record_state = 'ARCHIVED';

-- What is not known is listed by itself, also with what of it is suppressed.
drop index finding_not_known;
create index finding_not_known on finding (status_changed_at desc, id desc)
    include (control_id, account_id, region, compliance_status, workflow_status)
    where record_state = 'ACTIVE' and compliance_status in ('WARNING', 'NOT_AVAILABLE');
