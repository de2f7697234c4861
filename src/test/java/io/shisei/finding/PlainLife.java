package io.shisei.finding;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The life of one finding, by the rules of workflows and archiving as they are told to people. */
final class PlainLife {

    @Nullable
    ComplianceStatus verdict;

    WorkflowStatus workflow = WorkflowStatus.NEW;

    @Nullable
    ArchiveReason archived;

    /** Whether it is known to fail, and nothing since has shown that it does not. */
    boolean stands;

    @Nullable
    Instant failingSince;

    void judged(ComplianceStatus now, Instant at) {
        var leavesPassed = verdict == ComplianceStatus.PASSED && now != ComplianceStatus.PASSED;
        var comesToPass = verdict != ComplianceStatus.PASSED && now == ComplianceStatus.PASSED;
        var comesBack = archived != null;
        if (workflow != WorkflowStatus.SUPPRESSED) {
            if (comesToPass || comesBack && now == ComplianceStatus.PASSED) {
                workflow = WorkflowStatus.RESOLVED;
            } else if ((leavesPassed || comesBack) && isDealtWith()) {
                workflow = WorkflowStatus.NEW;
            }
        }
        if (now == ComplianceStatus.FAILED && failingSince == null) {
            failingSince = at;
        }
        if (now == ComplianceStatus.PASSED) {
            failingSince = null;
        }
        stands = now == ComplianceStatus.FAILED || stands && now != ComplianceStatus.PASSED;
        verdict = now;
        archived = null;
    }

    private boolean isDealtWith() {
        return Set.of(WorkflowStatus.NOTIFIED, WorkflowStatus.RESOLVED).contains(workflow);
    }

    /** A complete listing did not have it, or its control does not apply any more. */
    void archived(ArchiveReason why) {
        if (verdict == null || archived != null) {
            return;
        }
        archived = why;
        failingSince = null;
        stands = false;
    }

    /** It was not seen, and the listing was not complete. */
    void unseen(Instant at) {
        if (verdict != null && archived == null) {
            judged(ComplianceStatus.WARNING, at);
        }
    }

    void decided(WorkflowStatus by) {
        workflow = by;
    }
}
