-- The parts that the last listing did not ask for, as it served some controls only: documents have them as an earlier one read them.
alter table listing
    add column earlier_fields  text[] not null default '{}',
    add column earlier_scan_id uuid,
    add column earlier_at      timestamptz;

-- Gaps by field as they tell a changed resource from an unchanged one: AWS puts request ids into some messages.
create function without_messages(gaps jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(key, value - 'message'), '{}') from jsonb_each(gaps)
$$;
