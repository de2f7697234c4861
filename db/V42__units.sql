-- Which controls of a standard an account passed, failed or could not tell on a day, so that those of several accounts are
-- put together when somebody asks: see docs/adr/0110. Null before this version, and in rows of all accounts.
alter table standard_day
    add column controls_passed  bit(1024),
    add column controls_failed  bit(1024),
    add column controls_unknown bit(1024);

-- The bit of each control. What was given to one is never given to another.
create table control_bit (
    control_id text      primary key,
    mask       bit(1024) not null unique
);
