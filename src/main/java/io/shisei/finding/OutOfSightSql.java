package io.shisei.finding;

/** The statements of {@link OutOfSight}. */
final class OutOfSightSql {

    /** Each finding has an evaluation of its control in its region, and those are few. */
    static final String UNSEEN = """
            select distinct e.account_id, e.region, e.control_id,
                   case when a.retired_at is not null then 'ACCOUNT_RETIRED'
                        when e.region <> 'global' and e.region <> all(coalesce(:regions::text[], a.regions))
                             then 'REGION_NOT_WATCHED'
                        when e.control_id = any(:disabled) then 'CONTROL_DISABLED'
                        else 'CONTROL_REMOVED' end as why
            from evaluation e join account a on a.id = e.account_id
            where (:account::text is null or e.account_id = :account)
              and (a.retired_at is not null
                   or e.region <> 'global' and e.region <> all(coalesce(:regions::text[], a.regions))
                   or e.control_id <> all(:enabled))
            order by e.account_id, e.region, e.control_id
            """;

    static final String ARCHIVE = """
            with unseen as (
                select f.id, f.control_id, f.reason, f.reason_ja, u.why
                from finding f join unnest(:controls::text[], :whys::text[]) as u (control_id, why) using (control_id)
                where f.account_id = :account and f.region = :region and f.record_state = 'ACTIVE'
                limit :limit
            ), archived as (
                update finding f set record_state = 'ARCHIVED', archive_reason = u.why, version = f.version + 1
                from unseen u where f.id = u.id
            )
            insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason, reason_ja,
                                    username, archive_reason)
            select id, :account, control_id, :at, 'RECORD_STATE', 'ACTIVE', 'ARCHIVED', reason, reason_ja, :user, why from unseen
            """;

    private OutOfSightSql() {}
}
