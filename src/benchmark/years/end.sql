-- Indexes come back before the sums read what they serve; foreign keys hold of what comes.
set maintenance_work_mem = '2GB';
do $$
declare
    it record;
begin
    for it in select * from years.dropped order by step = 3, step = 1, "table", name loop
        execute case when it.step = 1 then it.definition
                     else format('alter table %s add constraint %I %s', it."table", it.name, it.definition || case it.step when 3 then ' not valid' else '' end) end;
    end loop;
end $$;
