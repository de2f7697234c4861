package io.shisei.inventory;

import io.shisei.database.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How resources were last listed, so that they can be judged again from what is stored. */
@Repository
public class Listings {

    /** Of parts that several readings left out, the oldest reading counts for all. */
    private static final String KEEP = """
            insert into listing (account_id, region, type, scan_id, at, fields, gap,
                                 earlier_fields, earlier_scan_id, earlier_at)
            select :account, :region, listed.type, :scan, :at, string_to_array(listed.fields, ','), listed.gap::jsonb,
                   earlier.fields,
                   case when known.earlier_fields && earlier.fields then known.earlier_scan_id else known.scan_id end,
                   case when known.earlier_fields && earlier.fields then known.earlier_at else known.at end
            from unnest(:types::text[], :fields::text[], :leftOut::text[], :gaps::text[])
                 as listed (type, fields, left_out, gap)
            left join listing known
                on known.account_id = :account and known.region = :region and known.type = listed.type
            cross join lateral (
                select array(select unnest(known.fields || known.earlier_fields)
                             intersect select unnest(string_to_array(listed.left_out, ','))) as fields) as earlier
            on conflict (account_id, region, type) do update
            set scan_id = excluded.scan_id, at = excluded.at, fields = excluded.fields, gap = excluded.gap,
                earlier_fields = excluded.earlier_fields, earlier_scan_id = excluded.earlier_scan_id,
                earlier_at = excluded.earlier_at
            """;

    private final JdbcClient jdbc;

    Listings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Remembers that types were listed.
     *
     * @param wanted the types, each with the top-level fields that were asked for
     * @param leftOut by type, parts that were not asked for and are in all documents as they were
     * @param unlisted those that could not be listed completely
     */
    public void keep(
            String accountId,
            String region,
            UUID scanId,
            Instant at,
            Map<ResourceType, Set<String>> wanted,
            Map<ResourceType, Set<String>> leftOut,
            Map<ResourceType, Gap> unlisted) {
        var types = List.copyOf(wanted.keySet());
        jdbc.sql(KEEP)
                .param("account", accountId)
                .param("region", region)
                .param("scan", scanId)
                .param("at", Instants.utc(at))
                .param("types", ResourceType.names(types))
                .param("fields", texts(types, type -> parts(type, wanted)))
                .param("leftOut", texts(types, type -> parts(type, leftOut)))
                .param("gaps", texts(types, type -> Json.orNull(unlisted.get(type))))
                .update();
    }

    private static String[] texts(List<ResourceType> types, Function<ResourceType, @Nullable String> text) {
        return types.stream().map(text).toArray(String[]::new);
    }

    private static String parts(ResourceType type, Map<ResourceType, Set<String>> fields) {
        return String.join(",", parts(type, fields.getOrDefault(type, Set.of())));
    }

    /** One document of the type was read anew with other fields: only what both readings asked for is known of all. */
    public void narrow(String accountId, String region, ResourceType type, Set<String> fields) {
        jdbc.sql("""
                        update listing set
                            fields = array(select unnest(fields) intersect select unnest(:fields::text[])),
                            earlier_fields = array(select unnest(earlier_fields) intersect select unnest(:fields::text[]))
                        where account_id = :account and region = :region and type = :type
                          and not fields || earlier_fields <@ :fields::text[]
                        """)
                .param("account", accountId)
                .param("region", region)
                .param("type", type.name())
                .param("fields", parts(type, fields))
                .update();
    }

    /** Nobody looks there any more. */
    public void forget(String accountId, String region) {
        jdbc.sql("delete from listing where account_id = :account and region = :region")
                .param("account", accountId)
                .param("region", region)
                .update();
    }

    /** The types are not there: nothing of them is to be judged. */
    public void forget(String accountId, String region, Collection<ResourceType> types) {
        jdbc.sql("delete from listing where account_id = :account and region = :region and type = any(:types)")
                .param("account", accountId)
                .param("region", region)
                .param("types", ResourceType.names(types))
                .update();
    }

    public Optional<Listing> find(String accountId, String region, String type) {
        return jdbc.sql("select * from listing where account_id = :account and region = :region and type = :type")
                .param("account", accountId)
                .param("region", region)
                .param("type", type)
                .query(Listings::listing)
                .optional();
    }

    /** Those of types in accounts, sorted by account and region. */
    public List<Listing> of(Collection<String> accounts, Collection<String> types) {
        return jdbc.sql("""
                        select * from listing where account_id = any(:accounts) and type = any(:types)
                        order by account_id, region, type
                        """)
                .param("accounts", accounts.toArray(String[]::new))
                .param("types", types.toArray(String[]::new))
                .query(Listings::listing)
                .list();
    }

    private static String[] parts(ResourceType type, Set<String> fields) {
        return fields.stream().filter(type.parts()::containsKey).sorted().toArray(String[]::new);
    }

    private static Listing listing(ResultSet row, int number) throws SQLException {
        return new Listing(
                row.getString("account_id"),
                row.getString("region"),
                row.getString("type"),
                reading(row, ""),
                fields(row, "earlier_").isEmpty() ? null : reading(row, "earlier_"),
                Json.gap(row.getString("gap")));
    }

    private static Listing.Reading reading(ResultSet row, String which) throws SQLException {
        return new Listing.Reading(
                row.getObject(which + "scan_id", UUID.class), Instants.read(row, which + "at"), fields(row, which));
    }

    private static Set<String> fields(ResultSet row, String which) throws SQLException {
        return Set.of((String[]) row.getArray(which + "fields").getArray());
    }
}
