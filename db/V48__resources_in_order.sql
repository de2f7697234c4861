-- By inventory: the list of resources is sorted by ARN, which no index has had in order since rules find resources by its beginning.
-- ARNs begin with the service and the region, so that those of one account, type or region stand far apart.
create index resource_in_order on resource (arn, id) where gone_at is null;
create index resource_of_type on resource (type, arn, id) where gone_at is null;
create index resource_in_region on resource (region, arn, id) where gone_at is null;
create index resource_in_account on resource (account_id, arn, id) where gone_at is null;
