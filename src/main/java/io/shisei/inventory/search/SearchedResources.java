package io.shisei.inventory.search;

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
 *
 * @param found demands the text, and what else is asked of them
 * @param anywhere whether neither a region nor a type is: of these there may be none in many accounts
 */
public record SearchedResources(JdbcClient jdbc, Where found, boolean withGone, boolean anywhere) {

    /** So many are found by an index of parts and sorted sooner than they are met in order. */
    private static final int FEW = 15_000;

    private static final String AHEAD = "(account_id, arn, id) > (:account, :arn, :id::uuid)";

    private static final String ORDER = " order by account_id, arn, id limit ";

    private static final String FEW_FOUND = """
            with found as materialized (select %1$s from resource%2$s)
            select total, first.*
            from (select count(*) as total from found) as counted
            left join (select * from found%3$s) as first on true
            order by account_id, arn, id
            """;

    public Page<FoundResource> page(PageRequest page) {
        return found.expected(jdbc, "resource") > (anywhere ? FEW : 10 * FEW) ? many(page) : few(page);
    }

    /** All are found, counted and sorted. */
    private Page<FoundResource> few(PageRequest page) {
        var ahead = ahead(new Where(), page);
        var rows = new ArrayList<FoundResource>();
        var total = new long[1];
        jdbc.sql(FEW_FOUND.formatted(
                        ResourceSearch.COLUMNS,
                        found.where() + (withGone ? "" : " and gone_at is null"),
                        ahead.where() + ORDER + (page.size() + 1)))
                .params(found.parameters())
                .params(ahead.parameters())
                .query(row -> {
                    total[0] = row.getLong("total");
                    if (row.getObject("id") != null) {
                        rows.add(ResourceSearch.found(row, row.getRow()));
                    }
                });
        return page.page(rows, Page.Total.exact(total[0]), SearchedResources::key);
    }

    /** They are read in their order until the page is full, and not counted. */
    private Page<FoundResource> many(PageRequest page) {
        var sql = ResourceSearch.first(ResourceSearch.COLUMNS, ahead(found, page), withGone, ORDER + (page.size() + 1));
        var rows = jdbc.sql(sql)
                .params(found.parameters())
                .query(ResourceSearch::found)
                .list();
        return page.page(rows, page.seen(rows.size()), SearchedResources::key);
    }

    private static Where ahead(Where where, PageRequest page) {
        return where.after(page, AHEAD, KeyPart.text("account"), KeyPart.text("arn"), KeyPart.uuid("id"));
    }

    private static List<String> key(FoundResource resource) {
        return List.of(resource.accountId(), resource.arn(), resource.id().toString());
    }
}
