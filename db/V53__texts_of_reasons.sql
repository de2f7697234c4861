-- By finding: parts of reasons, in both languages.
create function said(reason text, reason_ja text) returns text language sql immutable parallel safe as $$
    select lower(reason || E'\n' || coalesce(reason_ja, ''))
$$;
create index finding_by_said on finding using gin (said(reason, reason_ja) gin_trgm_ops) where reason <> '';

-- How rare a text is has to be guessed well before it is looked for; by inventory, of what resources are called, too.
alter index finding_by_said alter column 1 set statistics 1000;
alter index resource_by_part alter column 1 set statistics 1000;
