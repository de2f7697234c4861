package io.shisei.suppression;

import io.shisei.database.NamedLock;
import io.shisei.finding.rule.SuppressionRule;
import io.shisei.finding.rule.SuppressionRules;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rules in force, the oldest first. */
@Component
class RulesInForce implements SuppressionRules {

    private static final String LOCK = "suppression rules";

    private final JdbcClient jdbc;
    private final StoredSuppressions stored;
    private final Clock clock;

    RulesInForce(JdbcClient jdbc, StoredSuppressions stored, Clock clock) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<SuppressionRule> hold() {
        NamedLock.hold(jdbc, LOCK);
        return list();
    }

    /** Waits until nobody holds them; nobody can until the transaction ends. */
    void holdAlone() {
        NamedLock.holdAlone(jdbc, LOCK);
    }

    List<SuppressionRule> list() {
        return stored.inForce(clock.instant()).stream()
                .map(StoredSuppression::toRule)
                .toList();
    }
}
