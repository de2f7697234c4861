-- Each table is written and read by the SQL of one module. What others may read is published here.

-- By account: which accounts count in sums over all, and where they are looked at. An account counts until it is retired.
create view counted_account as
select id, regions, coalesce(retired_at, 'infinity') as until from account;

-- By account: the accounts that a sum covers: one, whether it counts or not, or (null) all that count now.
create function accounts_of_sum(only_account text) returns setof text language sql stable as $$
    select id from counted_account where case when only_account is null then until = 'infinity' else id = only_account end
$$;

-- By coverage: when each control was last evaluated on resources of a type in a region.
create view last_evaluation as
select account_id, region, control_id, resource_type, at from evaluation;

-- By coverage: what each scan read so far.
create view scan_coverage as
select scan_id, sum(resources) as resources, sum(evaluations) as evaluations, sum(opened) as opened, sum(closed) as closed,
       sum(calls) as calls, sum(retries) as retries, sum(throttles) as throttles,
       coverage_share(sum(complete_checks), sum(checks)) as coverage
from coverage group by scan_id;

-- By inventory: resources as they were last read.
create view stored_resource as
select id, account_id, region, type, arn, name, tags, document, gaps from resource;
