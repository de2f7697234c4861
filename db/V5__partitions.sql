-- Time series are kept in one partition a month, made when its first row comes.
create function ensure_month(series text, moment timestamptz) returns void language plpgsql as $$
declare
    first date := date_trunc('month', moment at time zone 'UTC')::date;
    name  text := series || '_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass(name) is null then
        perform pg_advisory_xact_lock(hashtext(name));
        execute format('create table if not exists %I partition of %I for values from (%L) to (%L)', name, series,
                       first::text || ' 00:00:00+00', (first + interval '1 month')::date::text || ' 00:00:00+00');
    end if;
end $$;

-- Drops the months of a series that ended before a moment; answers how many.
create function drop_months_before(series text, moment timestamptz) returns integer language plpgsql as $$
declare
    month   text;
    dropped integer := 0;
begin
    for month in
        select inhrelid::regclass::text from pg_inherits where inhparent = to_regclass(series)
    loop
        if (to_date(right(month, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= moment then
            execute format('drop table %s', month);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end $$;
