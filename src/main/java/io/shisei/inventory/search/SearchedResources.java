package io.shisei.inventory.search;

import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page of the resources that have a text, account by account: each account has resources of all kinds, so what many have is
 * soon met in that order, as it is not in the order of ARNs, which begin with a service. See docs/adr/0125.
 *
 * @param place demands what else is asked of them, such as a region or a type
 * @param few so many are found by an index of parts and sorted sooner than they are met in order
 */
public record SearchedResources(JdbcClient jdbc, Supplier<Where> place, String text, boolean withGone, long few) {

    public static final long FEW = 15_000;

    /** Up to so many times as many are found and sorted if they are not met sooner: in the order all others of a place may come before. */
    private static final int BEARABLE = 10;

    /** Without what only the rows of resources have. */
    private static final String COLUMNS = "account_id, arn, id";

    private static final String AHEAD = "(account_id, arn, id) > (:account, :arn, :id::uuid)";

    /** What the page's next token tells. */
    private record Key(String account, String arn, UUID id) {

        static Key read(ResultSet row, int number) throws SQLException {
            return new Key(row.getString("account_id"), row.getString("arn"), row.getObject("id", UUID.class));
        }

        List<String> parts() {
            return List.of(account, arn, id.toString());
        }
    }

    private static final String ORDER = " order by account_id, arn, id limit ";

    private static final String FEW_FOUND = """
            with found as materialized (select %1$s from resource%2$s)
            select total, first.*
            from (select count(*) as total from found) as counted
            left join (select * from found%3$s) as first on true
            order by account_id, arn, id
            """;

    /** The ids of resources, in the order of account and ARN. */
    public Page<UUID> page(PageRequest page) {
        var expected = found().expected(jdbc, "resource");
        if (expected > BEARABLE * few) {
            return met(page, many(page));
        }
        if (expected > few) {
            var soon = soon(page, expected);
            if (soon.size() > page.size()) {
                return met(page, soon);
            }
        }
        return few(page);
    }

    private Where found() {
        return ResourceSearch.restrict(place.get(), "", text);
    }

    /** All are found, counted and sorted. */
    private Page<UUID> few(PageRequest page) {
        var found = found();
        var ahead = ahead(new Where(), page);
        var rows = new ArrayList<Key>();
        var total = new long[1];
        jdbc.sql(FEW_FOUND.formatted(
                        COLUMNS,
                        found.where() + (withGone ? "" : " and gone_at is null"),
                        ahead.where() + ORDER + (page.size() + 1)))
                .params(found.parameters())
                .params(ahead.parameters())
                .query(row -> {
                    total[0] = row.getLong("total");
                    if (row.getObject("id") != null) {
                        rows.add(Key.read(row, row.getRow()));
                    }
                });
        return ids(page.page(rows, Page.Total.exact(total[0]), Key::parts));
    }

    /** The first of a page, of as many of the place as would be sorted otherwise. */
    private List<Key> soon(PageRequest page, long most) {
        var first = ahead(place.get(), page);
        var having = ResourceSearch.restrict(new Where(), "", text);
        var met = ResourceSearch.first(COLUMNS + ", name", first, withGone, ORDER + most);
        return jdbc.sql("select " + COLUMNS + " from (" + met + ") as met" + having.where() + ORDER + (page.size() + 1))
                .params(first.parameters())
                .params(having.parameters())
                .query(Key::read)
                .list();
    }

    /** They are read in their order until the page is full. */
    private List<Key> many(PageRequest page) {
        var found = ahead(found(), page);
        return jdbc.sql(ResourceSearch.first(COLUMNS, found, withGone, ORDER + (page.size() + 1)))
                .params(found.parameters())
                .query(Key::read)
                .list();
    }

    /** What was met in order is not counted. */
    private static Page<UUID> met(PageRequest page, List<Key> rows) {
        return ids(page.page(rows, page.seen(rows.size()), Key::parts));
    }

    private static Page<UUID> ids(Page<Key> page) {
        return new Page<>(page.items().stream().map(Key::id).toList(), page.nextPageToken(), page.total());
    }

    private static Where ahead(Where where, PageRequest page) {
        return where.after(page, AHEAD, KeyPart.text("account"), KeyPart.text("arn"), KeyPart.uuid("id"));
    }
}
