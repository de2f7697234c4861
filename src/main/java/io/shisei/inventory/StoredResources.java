package io.shisei.inventory;

import io.shisei.database.Instants;
import io.shisei.inventory.search.ResourceSearch;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inventory, sorted by ARN. */
@Repository
public class StoredResources {

    /** Rows that the driver holds at once. */
    private static final int FETCHED = 500;

    private static final String PRESENT = "(select * from resource where gone_at is null) as present";

    private static final String GONE = "(select * from resource where gone_at is not null) as gone";

    private final JdbcClient jdbc;

    StoredResources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<StoredResource> list(ResourceFilter filter, PageRequest page) {
        var where = new Where()
                .in("account_id", filter.accountIds())
                .in("region", filter.regions())
                .in("type", filter.types());
        ResourceSearch.restrict(where, "", filter.text());
        var total = where.count(jdbc, filter.withGone() ? "resource" : PRESENT);
        where.after(page, "(arn, id) > (:arn, :id::uuid)", KeyPart.text("arn"), KeyPart.uuid("id"));
        var rows = jdbc.sql(
                        filter.withGone() ? firstOfAll(where, page.size() + 1) : first(PRESENT, where, page.size() + 1))
                .params(where.parameters())
                .query(StoredResources::row)
                .list();
        return page.page(rows, total, row -> List.of(row.arn(), row.id().toString()));
    }

    private static String first(String from, Where where, int limit) {
        return "select * from " + from + where.where() + " order by arn, id limit " + limit;
    }

    /** By one index of those that are there, and one of those that are gone. */
    private static String firstOfAll(Where where, int limit) {
        return "(%s) union all (%s) order by arn, id limit %d"
                .formatted(first(PRESENT, where, limit), first(GONE, where, limit), limit);
    }

    public Optional<StoredResource> find(UUID id) {
        return jdbc.sql("select * from resource where id = :id")
                .param("id", id)
                .query(StoredResources::row)
                .optional();
    }

    /** Those of a type in a region that were seen when it was last listed, to be closed; in a transaction few are held at once. */
    public Stream<StoredResource> seen(String accountId, String region, String type) {
        return jdbc
                .sql("""
                        select * from resource
                        where account_id = :account and region = :region and type = :type
                          and gone_at is null and unseen is null
                        """)
                .param("account", accountId)
                .param("region", region)
                .param("type", type)
                .withFetchSize(FETCHED)
                .query(StoredResources::row)
                .stream();
    }

    /** Those of an account that have one of these ARNs, in no order. */
    public List<StoredResource> of(String accountId, Set<String> arns) {
        return jdbc.sql("select * from resource where account_id = :account and arn = any(:arns)")
                .param("account", accountId)
                .param("arns", arns.toArray(String[]::new))
                .query(StoredResources::row)
                .list();
    }

    private static StoredResource row(ResultSet row, int number) throws SQLException {
        return new StoredResource(
                row.getObject("id", UUID.class),
                row.getString("account_id"),
                row.getString("region"),
                row.getString("type"),
                row.getString("arn"),
                row.getString("name"),
                Json.texts(row.getString("tags")),
                new Document(Json.fields(row.getString("document")), Json.gaps(row.getString("gaps"))),
                Instants.read(row, "first_seen_at"),
                Instants.read(row, "changed_at"),
                Instants.readOrNull(row, "gone_at"));
    }
}
