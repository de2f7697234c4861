package io.shisei.comparison;

import java.util.List;

/**
 * Findings of a file that are not compared, for the same reason.
 *
 * @param names of what they are about, at most {@value #NAMED}: accounts, products, controls or findings
 */
public record LeftOut(Reason reason, long count, List<String> names) {

    static final int NAMED = 20;

    /** Why a finding is not compared. */
    public enum Reason {
        /** It is no object with the fields of a finding. */
        NOT_A_FINDING,
        OTHER_ACCOUNT,
        /** Something else than Security Hub found it: GuardDuty, Shisei itself. */
        OTHER_PRODUCT,
        /** It names no control of Security Hub's, as those of other standards did before 2023. */
        NO_CONTROL,
        /** We have no such control, or it is switched off. */
        CONTROL_NOT_EVALUATED,
        /** Security Hub does not stand by it any more. */
        ARCHIVED,
        /** The resource, the region, the status or the time is missing, or cannot be read. */
        INCOMPLETE,
        /** A later one says the same control of the same resource, as those of several standards do. */
        REPEATED
    }
}
