-- Pages took any word for a region of the organization; what cannot be one is not watched, and would be refused now.
update organization
set regions = nullif(
    array(select region from unnest(regions) as region where region ~ '^[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}$'),
    '{}')
where regions is not null;
