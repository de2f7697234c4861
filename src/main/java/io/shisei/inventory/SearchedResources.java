package io.shisei.inventory;

import io.shisei.inventory.search.ResourceSearch;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page of the resources that have a text, account by account: each account has resources of all kinds, so what many have is
 * soon met in that order, as it is not in the order of ARNs, which begin with a service. See docs/adr/0125.
 */
record SearchedResources(JdbcClient jdbc, ResourceFilter filter) {

    /** So many are found by an index of parts and sorted sooner than they are met in order. */
    private static final int FEW = 15_000;

    private static final String AHEAD = "(account_id, arn, id) > (:account, :arn, :id::uuid)";

    private static final String ORDER = " order by account_id, arn, id limit ";

    private static final String FEW_FOUND = """
            with found as materialized (select id, account_id, arn from %s%s)
            select resource.*, total
            from (select count(*) as total from found) as counted
            left join (select id as first_id from found%s) as first on true
            left join resource on resource.id = first_id
            order by resource.account_id, resource.arn, resource.id
            """;

    Page<StoredResource> page(PageRequest page) {
        var found = ResourceSearch.restrict(
                new Where()
                        .in("account_id", filter.accountIds())
                        .in("region", filter.regions())
                        .in("type", filter.types()),
                "",
                filter.text());
        return found.expected(jdbc, "resource") > few() ? many(found, page) : few(found, page);
    }

    /** Of a region or a type there may be none in many accounts, however many have the text. */
    private long few() {
        return filter.regions().isEmpty() && filter.types().isEmpty() ? FEW : 10 * FEW;
    }

    /** All are found, counted and sorted. */
    private Page<StoredResource> few(Where found, PageRequest page) {
        var ahead = ahead(new Where(), page);
        var rows = new ArrayList<StoredResource>();
        var total = new long[1];
        var table = filter.withGone() ? "resource" : StoredResources.PRESENT;
        jdbc.sql(FEW_FOUND.formatted(table, found.where(), ahead.where() + ORDER + (page.size() + 1)))
                .params(found.parameters())
                .params(ahead.parameters())
                .query(row -> {
                    total[0] = row.getLong("total");
                    if (row.getObject("id") != null) {
                        rows.add(StoredResources.row(row, row.getRow()));
                    }
                });
        return page.page(rows, Page.Total.exact(total[0]), SearchedResources::key);
    }

    /** They are read in their order until the page is full, and not counted. */
    private Page<StoredResource> many(Where found, PageRequest page) {
        var rows = jdbc.sql(StoredResources.first(ahead(found, page), filter.withGone(), ORDER + (page.size() + 1)))
                .params(found.parameters())
                .query(StoredResources::row)
                .list();
        return page.page(rows, page.seen(rows.size()), SearchedResources::key);
    }

    private static Where ahead(Where where, PageRequest page) {
        return where.after(page, AHEAD, KeyPart.text("account"), KeyPart.text("arn"), KeyPart.uuid("id"));
    }

    private static List<String> key(StoredResource resource) {
        return List.of(resource.accountId(), resource.arn(), resource.id().toString());
    }
}
