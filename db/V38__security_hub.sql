-- What Security Hub said of an account when somebody brought it in the last time; see docs/adr/0107.
create table security_hub_import (
    account_id text        primary key references account on delete cascade,
    at         timestamptz not null,
    username   text        not null,
    left_out   jsonb       not null -- what is not compared, by reason
);

create table security_hub_finding (
    account_id        text        not null references security_hub_import on delete cascade,
    control_id        text        not null,
    resource          text        not null, -- mostly an ARN
    place             text        not null, -- what tells resources of the same id apart: the region, nothing beside an ARN
    region            text        not null, -- as Security Hub has it
    compliance_status text        not null check (compliance_status in ('PASSED', 'FAILED', 'WARNING', 'NOT_AVAILABLE')),
    workflow_status   text,
    updated_at        timestamptz not null,
    primary key (account_id, control_id, resource, place)
);

-- By finding: what is said now.
create view active_finding as
select id, account_id, region, control_id, resource_id, compliance_status from finding where record_state = 'ACTIVE';
