-- Types of which no tags are read, as the service writes it down at each start: their resources may have tags all the same.
create table untagged_type (type text primary key);

-- For other modules: resources as they are stored; tags_known is false where one without tags may have some.
create or replace view stored_resource as
select id, account_id, region, type, arn, name, tags, document, gaps, gone_at, unseen,
       tags <> '{}' or type not in (select u.type from untagged_type u) as tags_known
from resource;
