package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.coverage.Place;
import io.shisei.database.Instants;
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
import java.util.UUID;
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

    /** A transaction holds a lock for each place, of which PostgreSQL has some thousand. */
    private static final int PLACES = 200;

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
     * @param complete false when there is more to do, for another transaction
     */
    public record Result(Map<String, Set<ControlId>> moved, boolean complete) {}

    /** Hides what a rule matches. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result hide(SuppressionRule rule, String username, Instant at) {
        var scope = new RuleSql(RuleSql.OPEN);
        scope.and(rule.match().sql("m_", scope.parameters()));
        return follow(scope, List.of(rule), username, at);
    }

    /**
     * Reopens what a rule hid that has ended, unless one of {@code others} hides it, too.
     *
     * @param username the user who ended it; null where it expired
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result release(UUID rule, List<SuppressionRule> others, @Nullable String username, Instant at) {
        var scope = new RuleSql("f.suppression_id = :ended");
        scope.parameters().put("ended", rule);
        return follow(scope, others, username, at);
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
            move(scope, concerned, cause, at, Integer.MAX_VALUE);
        }
    }

    private Result follow(RuleSql scope, List<SuppressionRule> rules, @Nullable String username, Instant at) {
        TransitionHistory.TRANSITION.ensureMonth(jdbc, at);
        var cause = new Reconciliation.Cause(null, null, username, null);
        var places = places(scope);
        var moved = new HashMap<String, Set<ControlId>>();
        var left = FINDINGS;
        for (var place : places.stream().limit(PLACES).toList()) {
            FindingLock.take(jdbc, place.accountId(), place.region());
            var here = move(scope.in(place), rules, cause, at, left);
            moved.computeIfAbsent(place.accountId(), account -> new TreeSet<>()).addAll(here.keySet());
            left -= here.values().stream().mapToInt(Integer::intValue).sum();
            if (left <= 0) {
                return new Result(moved, false);
            }
        }
        return new Result(moved, places.size() <= PLACES);
    }

    private List<Place> places(RuleSql scope) {
        return jdbc.sql(scope.places(PLACES + 1))
                .params(scope.parameters())
                .query((row, number) -> new Place(row.getString("account_id"), row.getString("region")))
                .list();
    }

    /** How many findings of each control changed. */
    private Map<ControlId, Integer> move(
            RuleSql scope, List<SuppressionRule> rules, Reconciliation.Cause cause, Instant at, int limit) {
        var parameters = new LinkedHashMap<>(scope.parameters());
        var sql = scope.move(rules, parameters);
        var moved = new HashMap<ControlId, Integer>();
        jdbc.sql(sql)
                .params(parameters)
                .param("at", Instants.utc(at))
                .param("user", cause.username())
                .param("scan", cause.scanId())
                .param("recheck", cause.recheckId())
                .param("limit", limit)
                .query(row -> {
                    moved.put(new ControlId(row.getString("control_id")), row.getInt("changed"));
                });
        return moved;
    }
}
