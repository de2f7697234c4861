create table app_user (
    username      text        primary key,
    password_hash text        not null,
    created_at    timestamptz not null
);

create table api_token (
    id           uuid        primary key,
    name         text        not null,
    username     text        not null references app_user on delete cascade,
    secret_hash  text        not null unique, -- SHA-256, hexadecimal
    created_at   timestamptz not null
);
