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
