package io.shisei.scan.reevaluation;

import io.shisei.control.ControlId;
import io.shisei.finding.sum.Standings;
import io.shisei.inventory.StoredResource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges stored resources until that takes longer than a user may wait. */
@Component
class Sampling {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST = 50_000;
    private static final int CHUNK = 500;

    private final StoredEvidence evidence;
    private final Standings standings;
    private final Clock clock;

    Sampling(StoredEvidence evidence, Standings standings, Clock clock) {
        this.evidence = evidence;
        this.standings = standings;
        this.clock = clock;
    }

    Sample begin(ControlId control, Effect effect) {
        return new Sample(control, effect, clock.instant().plus(LONGEST));
    }

    /** What has been judged so far, a chunk of resources in memory at a time. */
    final class Sample {

        private final ControlId control;
        private final Effect effect;
        private final Instant end;

        private Sample(ControlId control, Effect effect, Instant end) {
            this.control = control;
            this.effect = effect;
            this.end = end;
        }

        boolean over() {
            return effect.resources() >= MOST || clock.instant().isAfter(end);
        }

        /** As much of a place as there is time for. */
        void judge(StoredEvidence.Seen seen) {
            try (var stored = evidence.resources(seen)) {
                var left = stored.iterator();
                while (left.hasNext() && !over()) {
                    var chunk = new ArrayList<StoredResource>(CHUNK);
                    while (left.hasNext() && chunk.size() < CHUNK) {
                        chunk.add(left.next());
                    }
                    judge(seen, chunk);
                }
                if (left.hasNext()) {
                    effect.unjudged();
                }
            }
        }

        private void judge(StoredEvidence.Seen seen, List<StoredResource> chunk) {
            var now =
                    standings.of(control, chunk.stream().map(StoredResource::id).toList());
            chunk.forEach(resource ->
                    effect.judged(now.get(resource.id()), seen.judge(resource).get(control)));
        }
    }
}
