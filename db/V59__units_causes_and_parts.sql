-- By score and finding: what the accounts of a unit add up to on days that no scan changes any more. Each row can be made again from
-- those of the accounts, so that a unit whose accounts are others now is made anew.
-- By account: up to which day, and of which accounts.
create table unit_past (
    ou       text   primary key,
    accounts text[] not null, -- ids, in their order
    until    date   not null  -- the last day that is kept
);

-- The unit's day of a standard, also where nothing was looked at.
create table unit_day (
    ou                  text             not null references unit_past on delete cascade,
    standard_id         text             not null,
    day                 date             not null,
    at                  timestamptz      not null,
    looked              boolean          not null, -- whether an account has a point of the day
    passed              integer          not null,
    failed              integer          not null,
    unknown             integer          not null,
    disabled            integer          not null, -- in the account where most are
    findings_passed     bigint           not null,
    findings_failed     bigint           not null,
    findings_unknown    bigint           not null,
    findings_suppressed bigint           not null,
    coverage            double precision not null,
    stale_accounts      integer          not null,
    overdue             bigint,
    failing_by_severity bigint[],
    primary key (ou, standard_id, day)
);

create table unit_step (
    ou          text   not null references unit_past on delete cascade,
    standard_id text   not null,
    day         date   not null,
    cause       text   not null,
    was         text   not null,
    became      text   not null,
    findings    bigint not null,
    primary key (ou, standard_id, day, cause, was, became)
);

create table unit_fix_day (
    ou         text   not null references unit_past on delete cascade,
    control_id text   not null,
    day        date   not null, -- UTC
    fixes      bigint not null,
    seconds    bigint not null,
    primary key (ou, day, control_id)
);

-- By score: movements of one cause read the steps of that cause alone.
drop index control_step_by_day;
create index control_step_by_day on control_step (day, cause, account_id);

-- By inventory: separators of names have letters that no text in lower case has, so that an index of parts knows them: without,
-- "es.5" was looked for as whatever has a word that ends with "es" and one that begins with "5".
drop index resource_by_part;
create or replace function searched(arn text, name text) returns text language sql immutable parallel safe as $$
    select replace(replace(replace(replace(replace(lower(name || E'\n' || substr(arn, 6
        + length(split_part(arn, ':', 1)) + length(split_part(arn, ':', 2)) + length(split_part(arn, ':', 3))
        + length(split_part(arn, ':', 4)) + length(split_part(arn, ':', 5)))),
        '.', 'D'), '-', 'H'), '_', 'U'), '/', 'S'), ':', 'C')
$$;
create index resource_by_part on resource using gin (searched(arn, name) gin_trgm_ops);
analyze resource;

-- What many resources of a region or type have is met account by account, in the index alone.
drop index resource_in_account;
create index resource_in_account on resource (account_id, arn, id, region, type) include (name) where gone_at is null;
create index resource_gone_in_account on resource (account_id, arn, id, region, type) include (name) where gone_at is not null;
