package io.shisei.scan.recheck;

import io.shisei.finding.FindingCode;
import io.shisei.finding.Findings;
import io.shisei.refusal.Refusal;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads single resources again. */
@Component
public class Rechecks {

    private final Findings findings;
    private final RecheckCheck check;
    private final RecheckLease lease;
    private final RecheckRun run;
    private final RecheckCommit commit;
    private final Clock clock;

    Rechecks(
            Findings findings,
            RecheckCheck check,
            RecheckLease lease,
            RecheckRun run,
            RecheckCommit commit,
            Clock clock) {
        this.findings = findings;
        this.check = check;
        this.lease = lease;
        this.run = run;
        this.commit = commit;
        this.clock = clock;
    }

    /**
     * Reads the resource of a finding again, in this thread, and judges it by all controls of its type.
     *
     * @param username the user who wants it
     * @throws Refusal when there is no such finding, nobody looks there or by its control any more, AWS does not let us in
     *     or does not answer in time, or a scan of the account or another recheck of the resource is under way
     */
    public Recheck recheck(UUID findingId, String username) {
        var finding =
                findings.find(findingId).orElseThrow(() -> new Refusal.Unknown(FindingCode.UNKNOWN_FINDING, findingId));
        var order = check.order(finding, clock.instant());
        var id = lease.take(finding.resource().key(), order.started());
        try (var reading = run.read(order)) {
            return commit.commit(id, order, reading, username);
        } finally {
            lease.release(id);
        }
    }
}
