-- What the sample account is today becomes the mold of all accounts, and leaves the tables. Java has filled years.control.
create table years.mold as
select row_number() over (order by type, arn, region) as number, r.account_id, region, type, arn, name, tags, document, gaps,
       (select count(*) from finding f where f.resource_id = r.id and f.record_state = 'ACTIVE') as findings,
       exists (select from finding f where f.resource_id = r.id and f.record_state = 'ACTIVE'
                                       and f.compliance_status <> 'PASSED') as bad
from resource r where gone_at is null;

create table years.mold_finding as
select mold.number, f.control_id, f.compliance_status, f.reason, f.reason_ja
from finding f join resource r on r.id = f.resource_id
join years.mold on mold.arn = r.arn and mold.type = r.type and mold.region = r.region
where f.record_state = 'ACTIVE';

create table years.mold_check as
select distinct region = 'global' as global, control_id, resource_type from evaluation;

create table years.mold_listing as
select distinct on (region = 'global', type) region = 'global' as global, type, fields from listing;

create table years.mold_coverage as
select distinct on (region = 'global', service)
       region = 'global' as global, service, resources, evaluations, calls, checks
from coverage join (select id from scan order by queued_at desc limit 1) as last on last.id = scan_id
order by region = 'global', service, resources desc;

create table years.word as
select word, row_number() over () as number
from unnest(array['orders', 'payments', 'billing', 'search', 'catalogue', 'checkout', 'invoices', 'mail', 'media', 'metrics',
                  'logs', 'audit', 'archive', 'reports', 'identity', 'session', 'gateway', 'edge', 'cache', 'queue',
                  'worker', 'batch', 'import', 'export', 'partner', 'mobile', 'web', 'admin', 'support', 'warehouse',
                  'shipping', 'returns', 'pricing', 'stock', 'reviews', 'ads', 'events', 'stream', 'lake', 'ml']) as word;

truncate account, finding_move, scan_move, reevaluated, suppression, schedule cascade;
delete from scheduled_tasks;
