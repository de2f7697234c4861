-- Run once by PostgreSQL's image, on an empty volume: the service owns its database and nothing else, and the superuser
-- can log in within the container only.
\set ON_ERROR_STOP on
\getenv password POSTGRES_PASSWORD
create role shisei login password :'password';
alter database shisei owner to shisei;
alter role postgres password null;
