package io.shisei.finding.list;

import io.shisei.paging.Where;
import java.util.List;

/** How the first findings of a group are found without reading the group: each is a way through an index. */
enum Reading {
    NEWEST("(f.status_changed_at, f.id) < (:at::timestamptz, :id::uuid)") {
        @Override
        String sql(Where where, boolean inAccounts, String from, int limit) {
            return "select f.id, f.status_changed_at as at from " + from + where.where() + NEWEST_FIRST + limit;
        }
    },

    /** The first of each control, and of these the first. */
    NEWEST_OF_CONTROLS(NEWEST.after()) {
        @Override
        String sql(Where where, boolean inAccounts, String from, int limit) {
            where.and("f.control_id = c.id").and(inAccounts ? "f.account_id = a.id" : "true");
            return "select o.id, o.at from unnest(:" + CONTROLS + "::text[]) as c (id)"
                    + (inAccounts ? " cross join unnest(:f_account_id::text[]) as a (id)" : "")
                    + " cross join lateral (" + NEWEST.sql(where, false, from, limit) + ") as o"
                    + " order by o.at desc, o.id desc limit " + limit;
        }
    },

    /** As {@link #NEWEST_OF_CONTROLS}, by the index of when each began to fail. */
    DUE("(f.failing_since, f.id) > (:at::timestamptz - d.days * interval '24 hours', :id::uuid)") {
        @Override
        String sql(Where where, boolean inAccounts, String from, int limit) {
            where.and("f.control_id = d.control_id");
            var common = where.where();
            return "select o.id, o.at from " + DEADLINES + " cross join lateral ("
                    + soonest(from, common + ELSEWHERE, limit)
                    + ") as o where d.account_id is null and o.at < " + BEFORE + " union all select o.id, o.at from "
                    + DEADLINES
                    + " cross join lateral (" + soonest(from, common + " and f.account_id = d.account_id", limit)
                    + ") as o where d.account_id is not null and o.at < " + BEFORE + " order by at, id limit " + limit;
        }
    },

    /** All that the condition finds by another index, sorted as {@link #DUE}. */
    DUE_AMONG(DUE.after()) {
        @Override
        String sql(Where where, boolean inAccounts, String from, int limit) {
            where.and(DUE_AT + " < " + BEFORE);
            return "select f.id, " + DUE_AT + " as at from " + from + " join " + DEADLINES
                    + " on d.control_id = f.control_id and " + OF_ACCOUNT + where.where() + " order by at, f.id limit "
                    + limit;
        }
    };

    /** The parameter that has the group's controls. */
    static final String CONTROLS = "group_controls";

    /** Days by control, and by account where that is not null. */
    static final String DEADLINES =
            "unnest(:due_of::text[], :due_in::text[], :due_days::integer[]) as d (control_id, account_id, days)";

    private static final String DUE_AT = "f.failing_since + d.days * interval '24 hours'";

    /** Only what is due before is found; the soonest of a control are, or none of it is. */
    private static final String BEFORE = ":due_before::timestamptz";

    private static final String ELSEWHERE = " and f.account_id <> all(:due_own::text[])";

    /** Without an alternative, so that what is due is looked up by both. */
    static final String OF_ACCOUNT =
            "coalesce(d.account_id, '') = case when f.account_id = any(:due_own::text[]) then f.account_id else '' end";

    private static final String NEWEST_FIRST = " order by f.status_changed_at desc, f.id desc limit ";

    private final String after;

    Reading(String after) {
        this.after = after;
    }

    /** What comes after {@code :at} and {@code :id}. */
    String after() {
        return after;
    }

    /** Demands what comes after a place of this key. */
    void after(Where where, List<String> key) {
        where.and(after);
        where.parameters().put("at", key.get(1));
        where.parameters().put("id", key.get(2));
    }

    /** @param inAccounts whether the parameter {@code f_account_id} has few accounts, of which each has its place in an index */
    abstract String sql(Where where, boolean inAccounts, String from, int limit);

    private static String soonest(String from, String where, int limit) {
        return "select f.id, " + DUE_AT + " as at from " + from + where + " order by f.failing_since, f.id limit "
                + limit;
    }
}
