package io.shisei.finding;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far people are with a finding, in Security Hub's words. */
public enum WorkflowStatus {
    NEW,
    NOTIFIED,
    SUPPRESSED,
    RESOLVED;

    /** Of findings that count: all that are not suppressed. */
    public static final Set<WorkflowStatus> OPEN =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(SUPPRESSED)));
}
