-- Run in the service's database by PostgreSQL alone. Until there was a role for the service, it made everything as
-- superuser (oid 10); objects from oid 16384 on are not PostgreSQL's own. What belongs to a table follows it.
do $$
declare
    statement text;
begin
    for statement in
        select format('alter schema %I owner to shisei', nspname)
        from pg_namespace where oid >= 16384 and nspowner = 10
        union all
        select format('alter %s %s owner to shisei',
                      case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                                   else 'table' end,
                      oid::regclass)
        from pg_class c
        where oid >= 16384 and relowner = 10 and relkind in ('r', 'p', 'v', 'm', 'S')
          and not (relkind = 'S' and exists (select from pg_depend d
                                             where d.classid = 'pg_class'::regclass and d.objid = c.oid
                                               and d.deptype in ('a', 'i')))
        union all
        select format('alter routine %s owner to shisei', oid::regprocedure)
        from pg_proc where oid >= 16384 and proowner = 10
        union all
        select format('alter type %s owner to shisei', oid::regtype)
        from pg_type where oid >= 16384 and typowner = 10 and typtype in ('e', 'd', 'r')
    loop
        execute statement;
    end loop;
end $$;

