-- What a resource was before each of its changes: its document at any moment is what is stored of it, with the later changes undone.
create table resource_change (
    id          bigint      generated always as identity,
    resource_id uuid        not null references resource on delete cascade,
    at          timestamptz not null,
    since       timestamptz not null, -- when it had come to be as it was
    gone_at     timestamptz,          -- when it had gone, of one that came back
    fields      jsonb       not null, -- of the document: {"field": {"before", "after"}}, null where it was not there
    labels      jsonb       not null, -- the same of name, tags and gaps
    unread      text[]      not null, -- the fields that could not be read before or after, and may differ for that alone
    primary key (id, at)
) partition by range (at);
create index resource_change_by_resource on resource_change (resource_id, at desc, id desc);

-- From when to when a resource was as it was: the first one known, and one from each change on.
create view resource_version as
select resource_id, id, at, gone_at, fields, labels, unread, false as first_known from resource_change
union all
select r.id, 0,
       coalesce((select c.since from resource_change c where c.resource_id = r.id order by c.at, c.id limit 1), r.changed_at),
       null, '{}', '{}', '{}', true
from resource r;

-- By key, the values that differ: {"key": {"before", "after"}}.
create function replaced_values(before jsonb, after jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(key, jsonb_build_object('before', o.value, 'after', n.value)), '{}')
    from jsonb_each(before) o full join jsonb_each(after) n using (key)
    where o.value is distinct from n.value
$$;

-- By finding: the changes that explain findings as they are now: what set each of their statuses, and all since they fail.
create view explaining_transition as
select t.id, t.at, t.finding_id, t.scan_id
from transition t join finding f on f.id = t.finding_id
where f.record_state = 'ACTIVE'
  and (t.at >= f.failing_since
       or not exists (select from transition later
                      where later.finding_id = t.finding_id and later.what = t.what and (later.at, later.id) > (t.at, t.id)));

-- Drops the months of a series that ended before a moment, but for the rows that a view has (id, at), which stand in smaller
-- months afterwards; answers of how many months something was dropped.
create function drop_months_before(series text, moment timestamptz, but_those_of text) returns integer language plpgsql as $$
declare
    month   text;
    first   timestamptz;
    next    timestamptz;
    kept    bigint;
    stored  bigint;
    dropped integer := 0;
begin
    for month in
        select inhrelid::regclass::text from pg_inherits where inhparent = to_regclass(series) order by 1
    loop
        first := to_date(right(month, 7), 'YYYY_MM')::timestamp at time zone 'UTC';
        next := (to_date(right(month, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC';
        continue when next > moment;
        execute format('create temporary table kept_rows as select * from %s where (id, at) in
                        (select id, at from %I where at >= %L and at < %L)', month, but_those_of, first, next);
        get diagnostics kept = row_count;
        execute format('select count(*) from %s', month) into stored;
        if kept < stored then
            execute format('drop table %s', month);
            if kept > 0 then
                perform ensure_month(series, first);
                -- Not by the series' own name, for whose triggers these rows would be news.
                execute format('insert into %s overriding system value select * from kept_rows', month);
            end if;
            dropped := dropped + 1;
        end if;
        drop table kept_rows;
    end loop;
    return dropped;
end $$;
