package io.shisei.inventory;

import io.shisei.database.Instants;
import io.shisei.database.ReadsAtOnce;
import io.shisei.inventory.search.ResourceSearch;
import io.shisei.inventory.search.SearchCode;
import io.shisei.inventory.search.SearchedResources;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Patience;
import io.shisei.paging.PlannedReads;
import io.shisei.paging.Where;
import io.shisei.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inventory, sorted by ARN; what is searched for, by account before. */
@Repository
public class StoredResources {

    /** Rows that the driver holds at once. */
    private static final int FETCHED = 500;

    private static final String PRESENT = "(select * from resource where gone_at is null) as present";

    private final JdbcClient jdbc;
    private final JdbcClient planned;

    StoredResources(JdbcClient jdbc, PlannedReads planned) {
        this.jdbc = jdbc;
        this.planned = planned.jdbc();
    }

    /**
     * A page of the inventory.
     *
     * @throws Refusal.Impossible when it would take too long to find a text
     */
    @ReadsAtOnce
    public Page<StoredResource> list(ResourceFilter filter, PageRequest page) {
        var text = filter.text();
        return text != null && ResourceSearch.isByParts(text) ? searched(filter, text, page) : inOrder(filter, page);
    }

    private static Where place(ResourceFilter filter) {
        return new Where()
                .in("account_id", filter.accountIds())
                .in("region", filter.regions())
                .in("type", filter.types());
    }

    private Page<StoredResource> searched(ResourceFilter filter, String text, PageRequest page) {
        var search =
                new SearchedResources(planned, () -> place(filter), text, filter.withGone(), SearchedResources.FEW);
        var found = Patience.read(
                planned, () -> search.page(page), () -> new Refusal.Impossible(SearchCode.TEXT_TOO_COMMON, "q"));
        var rows = all(found.items());
        return new Page<>(
                found.items().stream().map(rows::get).filter(Objects::nonNull).toList(),
                found.nextPageToken(),
                found.total());
    }

    private Map<UUID, StoredResource> all(List<UUID> ids) {
        return jdbc
                .sql("select * from resource where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(StoredResources::row)
                .stream()
                .collect(Collectors.toMap(StoredResource::id, Function.identity()));
    }

    private Page<StoredResource> inOrder(ResourceFilter filter, PageRequest page) {
        var where = ResourceSearch.restrict(place(filter), "", filter.text());
        var total = where.count(planned, filter.withGone() ? "resource" : PRESENT);
        where.after(page, "(arn, id) > (:arn, :id::uuid)", KeyPart.text("arn"), KeyPart.uuid("id"));
        var rows = planned.sql(ResourceSearch.first(
                        "*", where, filter.withGone(), " order by arn, id limit " + (page.size() + 1)))
                .params(where.parameters())
                .query(StoredResources::row)
                .list();
        return page.page(rows, total, row -> List.of(row.arn(), row.id().toString()));
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
                row.getBoolean("tags_unread"),
                new Document(Json.fields(row.getString("document")), Json.gaps(row.getString("gaps"))),
                Instants.read(row, "first_seen_at"),
                Instants.read(row, "changed_at"),
                Instants.readOrNull(row, "gone_at"));
    }
}
