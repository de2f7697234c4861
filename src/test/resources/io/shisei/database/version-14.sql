-- An account as version 14 of the schema kept it: findings of every state, and a scan of every state of coverage.
insert into account (id, name, partition, created_at, version) values ('123456789012', 'old', 'aws', '2026-01-01 00:00Z', 0);

insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest, first_seen_at, changed_at, gone_at)
select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, '123456789012', 'eu-west-1', 'AWS::S3::Bucket',
       'arn:aws:s3:::b' || n, name, '{}', '{}', '{}', gen_random_uuid(), '2026-01-01 00:00Z', '2026-01-01 00:00Z',
       case when name like 'gone%' then '2026-01-05 00:00Z'::timestamptz end
from (values (1, 'failing'), (2, 'denied after failing'), (3, 'denied after passing'), (4, 'denied from the start'),
             (5, 'gone'), (6, 'gone while denied'), (7, 'no more concerned')) as named (n, name);

insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason, workflow_status, record_state,
                     first_observed_at, status_changed_at)
select r.id, r.account_id, r.region, 'S3.8', r.id, status, '', 'NEW', state, '2026-01-01 00:00Z', '2026-01-03 00:00Z'
from (values ('failing', 'FAILED', 'ACTIVE'), ('denied after failing', 'WARNING', 'ACTIVE'),
             ('denied after passing', 'NOT_AVAILABLE', 'ACTIVE'), ('denied from the start', 'WARNING', 'ACTIVE'),
             ('gone', 'FAILED', 'ARCHIVED'), ('gone while denied', 'WARNING', 'ARCHIVED'),
             ('no more concerned', 'PASSED', 'ARCHIVED')) as found (name, status, state)
join resource r using (name);

select ensure_month('transition', '2026-01-01 00:00Z');
insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason)
select f.id, f.account_id, f.control_id, at::timestamptz, 'COMPLIANCE_STATUS', was, becomes, ''
from (values ('failing', '2026-01-01 00:00Z', null, 'FAILED'),
             ('denied after failing', '2026-01-01 00:00Z', null, 'PASSED'),
             ('denied after failing', '2026-01-02 00:00Z', 'PASSED', 'FAILED'),
             ('denied after failing', '2026-01-03 00:00Z', 'FAILED', 'WARNING'),
             ('denied after passing', '2026-01-01 00:00Z', null, 'PASSED'),
             ('denied after passing', '2026-01-03 00:00Z', 'PASSED', 'NOT_AVAILABLE'),
             ('denied from the start', '2026-01-03 00:00Z', null, 'WARNING'),
             ('gone while denied', '2026-01-01 00:00Z', null, 'FAILED'),
             ('gone while denied', '2026-01-03 00:00Z', 'FAILED', 'WARNING')) as moved (name, at, was, becomes)
join resource r using (name) join finding f on f.resource_id = r.id;

insert into scan (id, account_id, trigger, state, queued_at)
values ('00000000-0000-0000-0000-000000000001', '123456789012', 'MANUAL', 'INCOMPLETE', '2026-01-03 00:00Z');
insert into coverage (scan_id, region, service, state, resources, evaluations, opened, closed, calls, gaps, started_at, finished_at)
select '00000000-0000-0000-0000-000000000001', 'eu-west-1', service, state, 0, 0, 0, 0, 1, '[]', '2026-01-03 00:00Z', '2026-01-03 00:01Z'
from (values ('S3', 'COMPLETE'), ('EC2', 'GAPS'), ('ES', 'SKIPPED')) as read (service, state);
insert into evaluation (account_id, region, control_id, scan_id, at, gap)
values ('123456789012', 'eu-west-1', 'S3.8', '00000000-0000-0000-0000-000000000001', '2026-01-03 00:00Z', null),
       ('123456789012', 'eu-west-1', 'EC2.18', '00000000-0000-0000-0000-000000000001', '2026-01-03 00:00Z',
        '{"action": "ec2:DescribeSecurityGroups", "error": "UnauthorizedOperation", "message": "no"}');
