package io.shisei.finding.search;

import io.shisei.paging.Where;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How findings {@code f} are found by a text: how rare it is decides that, see docs/adr/0129.
 *
 * @param findings what they are read from: a table, or a query that finds all that have the text
 * @param each what is then asked of each of them; null: nothing, as all have it
 * @param parameters of both
 * @param comparesResources whether that is asked with their resources {@code r}
 * @param rare whether all that have it are found at once, before anything else is asked of them
 * @param unsettled how those are found that are unsettled; null: in the same way
 */
record TextWay(
        String findings,
        @Nullable String each,
        Map<String, Object> parameters,
        boolean comparesResources,
        boolean rare,
        @Nullable TextWay unsettled) {

    /** Indexes find all that have it. */
    static TextWay found(String table, Where where) {
        var query = "(select f.* from " + table + " f" + where.where() + " offset 0)";
        return new TextWay(query, null, where.parameters(), false, true, null);
    }

    /** So many have it that they are soon met in any order. */
    static TextWay met(String table, Where each, boolean comparesResources) {
        return new TextWay(table, each.condition(), each.parameters(), comparesResources, false, null);
    }

    /** The same, but for what is unsettled. */
    TextWay parted(TextWay unsettled, boolean rare) {
        return new TextWay(findings, each, parameters, comparesResources, rare, unsettled);
    }

    /** How what is unsettled is found, of which ids and what filters ask for can be read. */
    TextWay amongUnsettled() {
        return unsettled == null ? this : unsettled;
    }

    /** Demands it of each, with the parameters of {@link #findings}. */
    void restrict(Where where) {
        if (each != null) {
            where.and("(" + each + ")");
        }
        where.parameters().putAll(parameters);
    }
}
