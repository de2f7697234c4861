-- By score: the steps of each account, and whether the sums over all have them. Where those stood the day before is looked
-- up for accounts that were retired only: of the others they have all.
create view counted_step as
select step.account_id, control_id, step.day, cause, was, became, findings, moments,
       case when until = 'infinity' then true
            else until > coalesce((select max(point.at) from standard_day as point
                                   where point.account_id is null and point.day < step.day), '-infinity') end as in_sum
from control_step as step join counted_account as account on account.id = step.account_id;

create or replace view step_moment as
select account_id, control_id, day, cause, was, became, unnest(moments) as at, in_sum from counted_step;
