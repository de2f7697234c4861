-- By score: as before, looking once for each day at where the sums over all stood.
create or replace view step_moment as
select step.account_id, control_id, step.day, cause, was, became, unnest(moments) as at, until > before.at as in_sum
from control_step as step join counted_account as account on account.id = step.account_id
cross join lateral (
    select coalesce(max(point.at), '-infinity') as at from standard_day as point
    where point.account_id is null and point.day < step.day) as before;

-- By scan: what is judged again next.
create index reevaluation_next on reevaluation (queued_at, control_id, account_id, region, resource_type);
