package io.shisei.export;

import io.shisei.control.Severity;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;

/** A value of one of OCSF's enumerations, and what the schema calls it. */
record OcsfWord(int id, String caption) {

    /** A finding is closed when nobody has to look at it any more, and updated when its status has changed since it came. */
    static OcsfWord activity(Finding finding) {
        if (finding.recordState() == RecordState.ARCHIVED
                || finding.workflowStatus() == WorkflowStatus.RESOLVED
                || finding.workflowStatus() == WorkflowStatus.SUPPRESSED) {
            return new OcsfWord(3, "Close");
        }
        return finding.statusChangedAt().equals(finding.firstObservedAt())
                ? new OcsfWord(1, "Create")
                : new OcsfWord(2, "Update");
    }

    static OcsfWord severity(Severity severity) {
        return switch (severity) {
            case INFORMATIONAL -> new OcsfWord(1, "Informational");
            case LOW -> new OcsfWord(2, "Low");
            case MEDIUM -> new OcsfWord(3, "Medium");
            case HIGH -> new OcsfWord(4, "High");
            case CRITICAL -> new OcsfWord(5, "Critical");
        };
    }

    static OcsfWord status(Finding finding) {
        if (finding.recordState() == RecordState.ARCHIVED) {
            return new OcsfWord(5, "Archived");
        }
        return switch (finding.workflowStatus()) {
            case NEW -> new OcsfWord(1, "New");
            case NOTIFIED -> new OcsfWord(2, "In Progress");
            case SUPPRESSED -> new OcsfWord(3, "Suppressed");
            case RESOLVED -> new OcsfWord(4, "Resolved");
        };
    }

    static OcsfWord compliance(ComplianceStatus status) {
        return switch (status) {
            case PASSED -> new OcsfWord(1, "Pass");
            case WARNING -> new OcsfWord(2, "Warning");
            case FAILED -> new OcsfWord(3, "Fail");
            case NOT_AVAILABLE -> new OcsfWord(0, "Unknown");
        };
    }
}
