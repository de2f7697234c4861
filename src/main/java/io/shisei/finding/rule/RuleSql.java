package io.shisei.finding.rule;

import io.shisei.coverage.Place;
import io.shisei.finding.history.CauseSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements that make findings follow rules, for those of a scope: a condition on them, and its parameters. */
public final class RuleSql {

    /** What a rule could hide. */
    public static final String OPEN =
            "f.suppression_id is null and f.record_state = 'ACTIVE' and f.workflow_status <> 'SUPPRESSED'";

    public static final String FROM = from("finding");

    /** The last of the rules is that none hides the finding. */
    private static final String NO_RULE = "(null::uuid, null::text, 2147483647, true)";

    private static final String MOVE = """
            with decided as (
                select f.id, f.account_id, f.control_id, f.record_state, f.compliance_status, f.reason, f.reason_ja,
                       f.suppression_id as old_rule, f.workflow_status as old_status, chosen.id as new_rule, chosen.reason as note,
                       case when chosen.id is not null then 'SUPPRESSED'
                            when f.compliance_status = 'PASSED' then 'RESOLVED'
                            else 'NEW' end as status
                from %s
                cross join lateral (
                    select id, reason from (values %s) as rule (id, reason, position, matches)
                    where matches order by (id = f.suppression_id) is true desc, position limit 1) as chosen
                where %s and chosen.id is distinct from f.suppression_id
                  and (f.suppression_id is not null or %s)
                limit :limit
            ), counted as (
                select *, counted_as(record_state, compliance_status, old_status) as was,
                       counted_as(record_state, compliance_status, status) as became
                from decided
            ), moved as (
                update finding f
                set workflow_status = d.status, suppression_id = d.new_rule, version = f.version + 1
                from decided d where f.id = d.id
            ), appended as (
                insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason,
                                        reason_ja, scan_id, recheck_id, username, setting_change_id, note, suppression_id,
                                        suppression_effect, cause, was, became)
                select id, account_id, control_id, :at, 'WORKFLOW_STATUS', old_status, status, reason, reason_ja,
                       cast(:scan as uuid), cast(:recheck as uuid), cast(:user as text), cast(:setting as uuid), note,
                       coalesce(new_rule, old_rule), case when new_rule is null then :left else 'HIDDEN' end,
                       cause, was, became
                from (select *, %s as cause from counted) as moving
                returning control_id
            )
            select control_id, count(*) as changed from appended group by control_id
            """;

    /** The index of places is read in its order, and no further than that. */
    private static final String EVERY_PLACE = """
            select distinct f.account_id, f.region from finding f
            where (f.account_id, f.region) > (:account, :region) order by 1, 2 limit %d
            """;

    private final Map<String, Object> parameters;
    private String condition;

    public RuleSql(String condition) {
        this(condition, new LinkedHashMap<>());
    }

    private RuleSql(String condition, Map<String, Object> parameters) {
        this.condition = condition;
        this.parameters = parameters;
    }

    /** {@code findings}, a table or a query in parentheses, with their resources. */
    public static String from(String findings) {
        return findings + " f join stored_resource r on r.id = f.resource_id";
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    public void and(String clause) {
        condition += " and " + clause;
    }

    public void and(Place place) {
        parameters.put("account", place.accountId());
        parameters.put("region", place.region());
        and("f.account_id = :account and f.region = :region");
    }

    /** The same within one place. */
    public RuleSql in(Place place) {
        var here = new RuleSql(condition, new LinkedHashMap<>(parameters));
        here.and(place);
        return here;
    }

    /** Of findings whatever they are, after {@code :account} and {@code :region}; sorted as {@link #places}. */
    public static String everyPlace(int limit) {
        return EVERY_PLACE.formatted(limit);
    }

    /** Sorted, so that two transactions take the locks of places in the same order. */
    public String places(int limit) {
        return "select distinct f.account_id, f.region from " + FROM + " where " + condition + " order by 1, 2 limit "
                + limit;
    }

    /**
     * Lets findings follow the rules: changes at most {@code :limit} of them, and tells how many of each control. Besides
     * {@code parameters}, which gets those of the rules, it takes {@code :at}, {@code :user}, {@code :scan}, {@code :recheck},
     * {@code :setting}, and as {@code :left} the {@link RuleEffect} on those that no rule hides any more.
     */
    public String move(List<SuppressionRule> rules, Map<String, Object> parameters) {
        var values = new StringBuilder(NO_RULE);
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var prefix = "r" + i + "_";
            parameters.put(prefix + "id", rule.id());
            parameters.put(prefix + "reason", rule.reason());
            values.append(", (:%1$sid, :%1$sreason, %2$d, %3$s)"
                    .formatted(prefix, i, rule.match().test(prefix, parameters)));
        }
        return MOVE.formatted(FROM, values, condition, OPEN, CauseSql.OF_RULE);
    }
}
