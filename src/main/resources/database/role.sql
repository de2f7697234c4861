-- Run in template1 by PostgreSQL alone, as its superuser; may run again after it was interrupted.
do $$
begin
    if not exists (select from pg_roles where rolname = 'shisei') then
        create role shisei;
    end if;
    if not exists (select from pg_database where datname = 'shisei') then
        alter database postgres rename to shisei;
    end if;
end $$;

alter role shisei login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

alter role postgres nologin password null;

alter database shisei owner to shisei;

