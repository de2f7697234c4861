package io.shisei.finding.workflow;

import io.shisei.coverage.Place;
import io.shisei.database.Instants;
import io.shisei.finding.FindingLock;
import io.shisei.finding.history.TransitionHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of findings by people, so many in a transaction that it ends soon. */
@Component
class ChangeBatches {

    /** So many take half a second, for which scans of their places wait. */
    private static final int FINDINGS = 5000;

    private final JdbcClient jdbc;

    ChangeBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding in the version in which it was found. */
    record Seen(UUID id, int version, String accountId, String region) {

        Place place() {
            return new Place(accountId, region);
        }
    }

    record Decision(WorkflowChange change, String username, Instant at) {}

    /** In the same order. */
    static List<List<Seen>> split(List<Seen> all) {
        var batches = new ArrayList<List<Seen>>();
        var places = new HashSet<Place>();
        for (var seen : all) {
            places.add(seen.place());
            if (batches.isEmpty() || batches.getLast().size() == FINDINGS || places.size() > FindingLock.MOST) {
                batches.add(new ArrayList<>());
                places.clear();
                places.add(seen.place());
            }
            batches.getLast().add(seen);
        }
        return batches;
    }

    /**
     * Changes those that are what they were.
     *
     * @param batch sorted by place, so that two transactions take the locks of places in the same order
     */
    @Transactional
    public Outcomes change(List<Seen> batch, Decision decision) {
        TransitionHistory.TRANSITION.ensureMonth(jdbc, decision.at());
        batch.stream()
                .map(Seen::place)
                .distinct()
                .forEach(place -> FindingLock.take(jdbc, place.accountId(), place.region()));
        var counts = new EnumMap<Outcome, Long>(Outcome.class);
        jdbc.sql(ChangeSql.CHANGE)
                .params(ChangeSql.parameters(decision.change()))
                .param("ids", batch.stream().map(Seen::id).toArray(UUID[]::new))
                .param("versions", batch.stream().map(Seen::version).toArray(Integer[]::new))
                .param("user", decision.username())
                .param("at", Instants.utc(decision.at()))
                .query(row -> {
                    counts.put(Outcome.valueOf(row.getString("outcome")), row.getLong("findings"));
                });
        return new Outcomes(counts);
    }
}
