-- The words of the other files.
create schema years;
create table years.setting (name text primary key, value integer not null);
create table years.control (id text primary key, severity text not null, member boolean not null);

create function years.number(wanted text) returns integer language sql stable as $$
    select value from years.setting where name = wanted
$$;
create function years.account(n bigint) returns text language sql immutable return (100000000000 + n)::text;
create function years.rule(n bigint) returns uuid language sql immutable return md5('rule ' || n)::uuid;
create function years.scan(account text, ago integer) returns uuid language sql immutable return md5(account || ' ' || ago)::uuid;

-- When an account was scanned so many days ago, none being yesterday.
create function years.day(ago integer) returns date language sql stable return current_date - 1 - ago;
create function years.at(n bigint, ago integer) returns timestamptz language sql stable
    return (years.day(ago) + interval '1 minute' * (60 + n * 37 % 1300)) at time zone 'UTC';

create function years.regions() returns text[] language sql stable as $$
    select (array['ap-northeast-1', 'us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-1', 'us-east-2',
                  'ap-northeast-3', 'eu-west-2', 'ap-southeast-2', 'us-west-1', 'ap-south-1', 'eu-west-3', 'eu-north-1',
                  'sa-east-1', 'ca-central-1', 'ap-northeast-2'])[1 : years.number('regions')]
$$;

create function years.days_to_fix(severity text) returns integer language sql immutable
    return case severity when 'CRITICAL' then 7 when 'HIGH' then 30 when 'MEDIUM' then 90 when 'LOW' then 180 end;

-- The tables that get most rows.
create function years.filled() returns text[] language sql immutable return array[
    'resource', 'resource_change', 'finding', 'transition', 'evaluation', 'listing', 'scan', 'scan_unit', 'coverage',
    'control_trend', 'standard_trend', 'control_day', 'standard_day', 'control_step', 'standard_step', 'fix_day'];

create function years.members() returns bigint language sql stable as $$
    select count(*) from years.control where member
$$;

-- Accounts beyond the first are copies of them, which have the same days.
create view years.copy as
select n / years.number('unlike') as k, years.account(1 + n % years.number('unlike')) as source, years.account(1 + n) as target
from generate_series(years.number('unlike'), years.number('accounts') - 1) as n;

create function years.k() returns integer language sql stable return current_setting('years.k')::integer;

create function years.own(id uuid, account text) returns uuid language sql immutable return md5(id::text || account)::uuid;
