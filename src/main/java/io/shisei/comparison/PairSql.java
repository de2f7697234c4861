package io.shisei.comparison;

/** Verdicts of Security Hub beside ours, as SQL. */
final class PairSql {

    /**
     * What Security Hub gives without colons is the last part of an ARN. Ours stand alone only in regions of which
     * Security Hub has told something. {@code %1$s} restricts both sides.
     */
    private static final String PAIRS = """
            (with ours as (
                select f.id, f.control_id, f.region, f.compliance_status, f.resource_id, r.arn,
                       case when r.arn like 'arn:%%' then '' else f.region end as place
                from active_finding f join stored_resource r on r.id = f.resource_id
                where f.account_id = :account and %1$s),
            hub as (
                select f.* from security_hub_finding f where f.account_id = :account and %1$s),
            tail as (
                select control_id, region, regexp_replace(arn, '^.*[:/]', '') as tail, min(arn) as arn, min(place) as place
                from ours group by 1, 2, 3 having count(*) = 1),
            theirs as (
                select distinct on (hub.control_id, arn, place)
                       hub.control_id, coalesce(tail.arn, hub.resource) as arn, coalesce(tail.place, hub.place) as place,
                       hub.region, hub.compliance_status, hub.workflow_status, hub.updated_at
                from hub left join tail
                    on strpos(hub.resource, ':') = 0 and tail.control_id = hub.control_id
                        and tail.region = hub.place and tail.tail = hub.resource
                order by hub.control_id, arn, place, hub.updated_at desc)
            select coalesce(o.control_id, t.control_id) as control_id, coalesce(o.arn, t.arn) as arn,
                   coalesce(o.region, t.region) as region, coalesce(o.id::text, '') as finding,
                   t.compliance_status as hub_status, t.workflow_status as hub_workflow,
                   t.region as hub_region, t.updated_at as hub_updated_at,
                   case when coalesce(o.compliance_status, 'PASSED') not in ('PASSED', 'FAILED')
                             or coalesce(t.compliance_status, 'PASSED') not in ('PASSED', 'FAILED') then 'UNKNOWN'
                        when t.control_id is null then 'ONLY_OURS'
                        when o.control_id is null then 'ONLY_THEIRS'
                        when o.compliance_status = t.compliance_status then 'AGREE'
                        else 'DIFFER' end as outcome
            from theirs t full join ours o
                on o.control_id = t.control_id and o.arn = t.arn and o.place = t.place
            where t.control_id is not null or o.region = 'global'
               or o.region in (select region from security_hub_finding where account_id = :account)) as pair
            """;

    static final String OF_ALL = PAIRS.formatted("true");
    static final String OF_CONTROL = PAIRS.formatted("f.control_id = :control");

    private PairSql() {}
}
