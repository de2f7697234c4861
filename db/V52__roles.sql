-- Whoever was there could do everything.
alter table app_user
    add column role text not null default 'ADMINISTRATOR' check (role in ('READER', 'OPERATOR', 'ADMINISTRATOR')),
    add column own_password boolean not null default true;
alter table app_user
    alter column role drop default,
    alter column own_password drop default;

comment on column app_user.own_password is 'whether the person has chosen it: nobody else knows it';

-- Names that differ in their case alone would be taken for each other.
create unique index app_user_whatever_case on app_user (lower(username));
