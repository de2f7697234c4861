-- An index knows no order of days where its first column is null: the last day before another was found by reading all.
create index control_day_of_all on control_day (control_id, day) where account_id is null;
