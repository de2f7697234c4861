-- By inventory: resources that are gone are listed with the others in the order of ARNs, and a type's in one region without
-- reading those of the other regions.
create index resource_gone on resource (arn, id) where gone_at is not null;
drop index resource_of_type;
create index resource_of_type on resource (type, arn, id, region) where gone_at is null;
