package io.shisei.scan.recheck;

import io.shisei.control.ControlId;
import io.shisei.finding.FindingCode;
import io.shisei.finding.Findings;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import io.shisei.refusal.Refusal;
import io.shisei.scan.ScanCode;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads single resources again. */
@Component
public class Rechecks {

    private final Findings findings;
    private final StoredResources resources;
    private final RecheckCheck check;
    private final RecheckLease lease;
    private final RecheckRun run;
    private final RecheckCommit commit;
    private final Clock clock;

    Rechecks(
            Findings findings,
            StoredResources resources,
            RecheckCheck check,
            RecheckLease lease,
            RecheckRun run,
            RecheckCommit commit,
            Clock clock) {
        this.findings = findings;
        this.resources = resources;
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
        return recheck(resource(finding.resource().key()), finding.controlId(), username);
    }

    /**
     * As {@link #recheck(UUID, String)}, by whichever controls judge the resource's type.
     *
     * @throws Refusal when there is no such resource, no enabled control judges its type, or as there
     */
    public Recheck recheckResource(UUID resourceId, String username) {
        return recheck(resource(resourceId), null, username);
    }

    private StoredResource resource(UUID id) {
        return resources.find(id).orElseThrow(() -> new Refusal.Unknown(ScanCode.UNKNOWN_RESOURCE, id));
    }

    private Recheck recheck(StoredResource resource, @Nullable ControlId wanted, String username) {
        var order = check.order(resource, wanted, clock.instant());
        var id = lease.take(resource.id(), order.started());
        try (var reading = run.read(order)) {
            return commit.commit(id, order, reading, username);
        } finally {
            lease.release(id);
        }
    }
}
