-- Lists with filters that somebody gave a name, for all users.
create table saved_view (
    id         uuid        primary key,
    name       text        not null unique,
    address    text        not null, -- of the dashboard, path and query
    username   text        not null,
    created_at timestamptz not null
);
