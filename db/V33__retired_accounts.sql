-- Those that do not count, though they are there: the other side of counted_account.
create view retired_account as select id from counted_account where until <> 'infinity';
