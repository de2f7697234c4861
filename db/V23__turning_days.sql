-- Small lines of a control's score are drawn from the days on which it turned.
alter table control_day add column turned boolean not null default true;

update control_day as day set turned = false
from (select account_id, control_id, day,
             (passed, failed) is not distinct from lag((passed, failed)) over (
                 partition by account_id, control_id order by day) as same
      from control_day) as compared
where same and day.control_id = compared.control_id and day.day = compared.day
  and day.account_id is not distinct from compared.account_id;

alter table control_day alter column turned drop default;
create index control_day_turned on control_day (account_id, day) where turned;
