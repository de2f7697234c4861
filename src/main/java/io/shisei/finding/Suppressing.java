package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.coverage.Place;
import io.shisei.database.Instants;
import io.shisei.finding.history.TransitionHistory;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.finding.rule.RuleSql;
import io.shisei.finding.rule.SuppressionRule;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the workflow status of findings follow the rules that hide them. Which rule hides a finding is kept on it: one
 * that still matches stays the one. What was suppressed by hand is no rule's.
 */
@Component
public class Suppressing {

    /** So many take about a second, for which a user may wait. */
    private static final int FINDINGS = 10_000;

    private final JdbcClient jdbc;

    Suppressing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was done.
     *
     * @param moved by account, the controls whose findings were hidden or reopened
     * @param followed all findings in places up to this one follow; null where that is not known
     * @param complete false when there is more to do, for another transaction
     */
    public record Result(
            Map<String, Set<ControlId>> moved, @Nullable Place followed, boolean complete) {}

    /** On whose behalf, when, and why findings are reopened. */
    public record Cause(@Nullable String username, Instant at, RuleEffect left) {}

    /**
     * Hides what a rule matches.
     *
     * @param after in places up to this one all was done before; null: in none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result hide(SuppressionRule rule, @Nullable Place after, Cause cause) {
        var scope = new RuleSql(RuleSql.OPEN);
        scope.and(rule.match().sql("m_", scope.parameters()));
        var places = rule.match().isIndexed() ? places(scope) : everyPlace(after);
        return follow(scope, places, List.of(rule), cause);
    }

    /**
     * Reopens what a rule hid and does not hide any more, unless another one hides it, too.
     *
     * @param inForce with the rule, unless it has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result release(SuppressionRule rule, List<SuppressionRule> inForce, Cause cause) {
        var scope = new RuleSql("f.suppression_id = :rule");
        scope.parameters().put("rule", rule.id());
        if (inForce.contains(rule)) {
            scope.and("(" + rule.match().sql("m_", scope.parameters()) + ") is not true");
        }
        return follow(scope, places(scope), inForce, cause);
    }

    /** Hides and reopens all over an account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result follow(String accountId, List<SuppressionRule> inForce, Cause cause) {
        var scope = new RuleSql("f.account_id = :moved");
        scope.parameters().put("moved", accountId);
        return follow(scope, places(scope), inForce, cause);
    }

    /** Hides and reopens in one place, as the findings and the tags of resources now are; its lock is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(
            Place place,
            Collection<ControlId> controls,
            List<SuppressionRule> rules,
            Reconciliation.Cause cause,
            Instant at) {
        var concerned = rules.stream()
                .filter(rule -> rule.match().concerns(place.accountId(), place.region(), controls))
                .toList();
        if (!concerned.isEmpty()) {
            var scope = new RuleSql("f.control_id = any(:judged)");
            scope.parameters().put("judged", ControlId.texts(controls));
            scope.and(place);
            if (cause.resourceId() != null) {
                scope.and("f.resource_id = :resource");
                scope.parameters().put("resource", cause.resourceId());
            }
            move(scope, concerned, cause, at, RuleEffect.UNMATCHED, Integer.MAX_VALUE);
        }
    }

    private Result follow(RuleSql scope, List<Place> places, List<SuppressionRule> rules, Cause cause) {
        TransitionHistory.TRANSITION.ensureMonth(jdbc, cause.at());
        var by = new Reconciliation.Cause(null, null, cause.username(), null, null);
        var moved = new HashMap<String, Set<ControlId>>();
        Place followed = null;
        var left = FINDINGS;
        for (var place : places.stream().limit(FindingLock.MOST).toList()) {
            FindingLock.take(jdbc, place.accountId(), place.region());
            var here = move(scope.in(place), rules, by, cause.at(), cause.left(), left);
            moved.computeIfAbsent(place.accountId(), account -> new TreeSet<>()).addAll(here.keySet());
            left -= here.values().stream().mapToInt(Integer::intValue).sum();
            if (left <= 0) {
                return new Result(moved, followed, false);
            }
            followed = place;
        }
        return new Result(moved, followed, places.size() <= FindingLock.MOST);
    }

    private List<Place> places(RuleSql scope) {
        return places(jdbc.sql(scope.places(FindingLock.MOST + 1)).params(scope.parameters()));
    }

    private List<Place> everyPlace(@Nullable Place after) {
        return places(jdbc.sql(RuleSql.everyPlace(FindingLock.MOST + 1))
                .param("account", after == null ? "" : after.accountId())
                .param("region", after == null ? "" : after.region()));
    }

    private static List<Place> places(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> new Place(row.getString("account_id"), row.getString("region")))
                .list();
    }

    /** How many findings of each control changed. */
    private Map<ControlId, Integer> move(
            RuleSql scope,
            List<SuppressionRule> rules,
            Reconciliation.Cause cause,
            Instant at,
            RuleEffect leftBy,
            int limit) {
        var parameters = new LinkedHashMap<>(scope.parameters());
        var sql = scope.move(rules, parameters);
        var moved = new HashMap<ControlId, Integer>();
        jdbc.sql(sql)
                .params(parameters)
                .param("at", Instants.utc(at))
                .param("user", cause.username())
                .param("scan", cause.scanId())
                .param("recheck", cause.recheckId())
                .param("left", leftBy.name())
                .param("setting", cause.settingChangeId())
                .param("limit", limit)
                .query(row -> {
                    moved.put(new ControlId(row.getString("control_id")), row.getInt("changed"));
                });
        return moved;
    }
}
