package io.shisei.coverage;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.Instants;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** When each control was last evaluated, on which type in which place, and whether anything was missing. */
@Repository
public class Evaluations {

    private static final TypeReference<List<Gap>> GAPS = new TypeReference<>() {};

    private static final String LATEST_OF_ACCOUNT = """
            select control_id, max(at) as at,
                   coalesce(jsonb_agg(distinct gap) filter (where gap is not null), '[]') as gaps
            from evaluation where account_id = :account
            group by control_id
            """;

    /** Of more accounts than one can read: the last evaluation of each control, and the gaps that there are. */
    private static final String LATEST_OF_MANY = """
            with unlisted as (
                select control_id, jsonb_agg(distinct gap) as gaps
                from evaluation where gap is not null and account_id %1$s
                group by control_id)
            select control.id as control_id, latest.at, coalesce(gaps, '[]') as gaps
            from unnest(:controls::text[]) as control (id)
            cross join lateral (
                select at from evaluation
                where control_id = control.id and account_id %2$s
                order by at desc limit 1) as latest
            left join unlisted on unlisted.control_id = control.id
            """;

    private static final String COUNTED = "not in (" + Circle.LEFT_OUT + ")";

    private static final String LATEST_OF_ALL = LATEST_OF_MANY.formatted(COUNTED, COUNTED);

    private static final String LATEST_OF_UNIT = LATEST_OF_MANY.formatted("= any(:accounts)", "= any(:accounts)");

    private final JdbcClient jdbc;
    private final Controls controls;

    Evaluations(JdbcClient jdbc, Controls controls) {
        this.jdbc = jdbc;
        this.controls = controls;
    }

    /**
     * How a check ended.
     *
     * @param complete whether it lacked nothing that it reads
     * @param gap what kept resources from being listed
     */
    public record Ended(
            Checks.Check check, boolean complete, @Nullable Gap gap) {}

    /** Remembers checks as the last ones of their controls on their types. */
    public void evaluated(Place place, UUID scanId, Instant at, List<Ended> ended) {
        var checks = new Checks(ended.stream().map(Ended::check).toList());
        jdbc.sql("""
                        insert into evaluation (account_id, region, control_id, resource_type, scan_id, at, since, complete, gap)
                        select :account, :region, control, type, :id, :at, :at, complete, gap::jsonb
                        from unnest(:controls::text[], :types::text[], :complete::boolean[], :gaps::text[])
                             as ended (control, type, complete, gap)
                        on conflict (account_id, region, control_id, resource_type)
                        do update set scan_id = excluded.scan_id, at = excluded.at, complete = excluded.complete,
                                      gap = excluded.gap
                        """)
                .param("account", place.accountId())
                .param("region", place.region())
                .param("controls", checks.controls())
                .param("types", checks.types())
                .param("id", scanId)
                .param("at", Instants.utc(at))
                .param("complete", ended.stream().map(Ended::complete).toArray(Boolean[]::new))
                .param("gaps", ended.stream().map(Ended::gap).map(Json::orNull).toArray(String[]::new))
                .update();
    }

    /** Controls that have nothing of a type to judge in a place were not evaluated there. */
    public void forget(Place place, Checks checks) {
        jdbc.sql("""
                        delete from evaluation
                        where account_id = :account and region = :region
                          and (control_id, resource_type) in (select * from unnest(:controls::text[], :types::text[]))
                        """)
                .param("account", place.accountId())
                .param("region", place.region())
                .param("controls", checks.controls())
                .param("types", checks.types())
                .update();
    }

    /** Controls that are looked at no more in a place were not evaluated there. */
    public void forget(Place place, Collection<ControlId> controls) {
        jdbc.sql("delete from evaluation"
                        + " where account_id = :account and region = :region and control_id = any(:controls)")
                .param("account", place.accountId())
                .param("region", place.region())
                .param("controls", ControlId.texts(controls))
                .update();
    }

    /** The controls that were evaluated on a type in a place. */
    public Set<ControlId> judging(Place place, String type) {
        return jdbc.sql("select control_id from evaluation"
                        + " where account_id = :account and region = :region and resource_type = :type")
                .param("account", place.accountId())
                .param("region", place.region())
                .param("type", type)
                .query((row, number) -> new ControlId(row.getString("control_id")))
                .set();
    }

    /** Every control that was evaluated in any of the accounts. */
    public Map<ControlId, Evaluated> byControl(Circle circle) {
        var ofMany = circle.others() == null ? LATEST_OF_UNIT : LATEST_OF_ALL;
        return jdbc
                .sql(circle.account() == null ? ofMany : LATEST_OF_ACCOUNT)
                .param("account", circle.account())
                .param("accounts", circle.ids())
                .param("others", circle.otherIds())
                .param("controls", ControlId.textsOf(controls.all()))
                .query((row, number) -> Map.entry(
                        new ControlId(row.getString("control_id")),
                        new Evaluated(Instants.read(row, "at"), Json.read(row.getString("gaps"), GAPS))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The share of checks that could be made the last time, a check being a control in a region of an account, 0 to 100;
     * null before the first scan.
     */
    public @Nullable Double coverage(Circle circle) {
        return jdbc.sql("""
                        select coverage_share(sum(complete)::bigint, sum(checks)::bigint)
                        from evaluation_sum where account_id %s
                        """.formatted(in(circle)))
                .param("accounts", circle.ids())
                .param("others", circle.otherIds())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Double.class)))
                .single()
                .orElse(null);
    }

    /** Makes one row of the sums that have come for an account since this was done last; see docs/adr/0094. */
    public void settle(String accountId) {
        jdbc.sql("""
                        with taken as (
                            delete from evaluation_sum where ctid = any (array(
                                select ctid from evaluation_sum where account_id = :account for update skip locked))
                            returning *)
                        insert into evaluation_sum
                        select account_id, sum(checks), sum(complete) from taken group by account_id
                        """).param("account", accountId).update();
    }

    private static String in(Circle circle) {
        return circle.others() != null ? COUNTED : "= any(:accounts)";
    }

    /** The scans that left most of what coverage lacks, {@code limit} of them at most, the worst first. */
    public List<Unread> unread(Circle circle, int limit) {
        return jdbc.sql("""
                        select account_id, scan_id, count(*) as checks
                        from evaluation
                        where account_id %s and not complete
                        group by account_id, scan_id
                        order by checks desc, account_id, scan_id
                        limit :limit
                        """.formatted(in(circle)))
                .param("accounts", circle.ids())
                .param("others", circle.otherIds())
                .param("limit", limit)
                .query((row, number) -> new Unread(
                        row.getString("account_id"), row.getObject("scan_id", UUID.class), row.getLong("checks")))
                .list();
    }
}
