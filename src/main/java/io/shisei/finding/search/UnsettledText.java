package io.shisei.finding.search;

import io.shisei.inventory.search.ResourceSearch;
import io.shisei.paging.Where;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A text as it is found among unsettled findings, which have the texts of their resources and the ids of their reasons, in
 * the table {@link #TABLE}; see docs/adr/0129.
 *
 * @param reasons the ids of those that have it; null: too many to name
 */
record UnsettledText(FindingText text, @Nullable List<UUID> reasons) {

    static final String TABLE = "unsettled_finding";

    /** So many are found and sorted as soon as a page of them is met: those that are called so are everywhere in any order. */
    private static final int NAMED = 20_000;

    /** What a reason says is said of one control's findings, before which those of others may come, however many. */
    private static final int SAID = 60_000;

    private static final int MOST_REASONS = 1_000;

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private static final String HAVING = "said like lower(:said)";

    /** Null: they have no whole ARNs. */
    static @Nullable UnsettledText of(FindingText text, JdbcClient jdbc) {
        if (ResourceSearch.isArn(text.text())) {
            return null;
        }
        var reasons = jdbc.sql(
                        "select distinct id from unsettled_reason where " + HAVING + " limit " + (MOST_REASONS + 1))
                .param("said", FindingText.pattern(text.text()))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return new UnsettledText(text, reasons.size() > MOST_REASONS ? null : reasons);
    }

    /** How many unsettled findings have it, as the planner guesses. */
    long expected(JdbcClient jdbc) {
        return expected(condition(), jdbc);
    }

    private long expected(Where where, JdbcClient jdbc) {
        return text.inPlaces(where).expected(jdbc, TABLE + " f");
    }

    /** All at once where indexes find them sooner than a page of them may be met in an order. */
    TextWay way(long expected, JdbcClient jdbc) {
        var atOnce = ResourceSearch.isByParts(text.text())
                && !isAccount()
                && expected <= NAMED + SAID
                && expected(named(), jdbc) <= NAMED;
        return atOnce ? TextWay.found(TABLE, where()) : TextWay.met(TABLE, condition(), false);
    }

    /** Demands that findings are those. */
    Where ids() {
        var where = where();
        var ids = new Where().and("f.id in (select f.id from " + TABLE + " f" + where.where() + ")");
        ids.parameters().putAll(where.parameters());
        return ids;
    }

    /** No index has all of an account, which are met soon. */
    private boolean isAccount() {
        return ACCOUNT.matcher(text.text()).matches();
    }

    private Where where() {
        return text.inPlaces(condition());
    }

    private Where condition() {
        var said = reasons == null
                ? "f.reason_id in (select id from unsettled_reason where " + HAVING + ")"
                : "f.reason_id = any(:reasons)";
        var where = text.having(named(), isAccount() ? said + " or f.account_id = :account_said" : said);
        if (reasons != null) {
            where.parameters().put("reasons", reasons.toArray(UUID[]::new));
        }
        return where;
    }

    private Where named() {
        return ResourceSearch.restrictSearched("f.searched", text.text());
    }
}
