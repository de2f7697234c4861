package io.shisei.finding.history;

/** Why a finding passed from one count to another: each step of a trend is told by them. */
public enum MoveCause {
    /** It failed when it was last judged, and passes now. */
    FIXED,
    /** It passed when it was last judged, and fails now. */
    NEWLY_FAILING,
    /** Its resource is there for the first time, or again. */
    NEW_RESOURCE,
    /** A complete listing no longer had its resource. */
    GONE_RESOURCE,
    /** The control has something to say of the resource, which it had not before. */
    APPLIES,
    /** The control has nothing to say of the resource any more. */
    APPLIES_NO_MORE,
    /** Its account or region is looked at, for the first time or again. */
    INTO_SIGHT,
    /** Its account or region is not looked at any more. */
    OUT_OF_SIGHT,
    /** A rule or a person hides it. */
    SUPPRESSED,
    /** The rule that hid it has expired. */
    SUPPRESSION_EXPIRED,
    /** A person reopened it, or the rule that hid it was ended or changed, or does not match any more. */
    UNSUPPRESSED,
    /** The control judges here for the first time. */
    CONTROL_ADDED,
    /** The product no longer has the control. */
    CONTROL_REMOVED,
    CONTROL_SWITCHED_ON,
    CONTROL_SWITCHED_OFF,
    /** The control's parameters were changed, and nothing else that it judges by. */
    CONTROL_TUNED,
    /** It could not be judged any more. */
    COVERAGE_LOST,
    /** It could not be judged before, and is as it was when it last could. */
    COVERAGE_GAINED;

    /** Whether findings that moved so are seen no more: what then looks better is not. */
    public boolean losesSight() {
        return this == COVERAGE_LOST || this == OUT_OF_SIGHT || this == CONTROL_SWITCHED_OFF;
    }
}
