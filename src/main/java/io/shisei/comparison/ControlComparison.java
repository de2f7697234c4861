package io.shisei.comparison;

import io.shisei.control.ControlId;

/** On how many resources Security Hub and we come to what, of one control. */
public record ControlComparison(
        ControlId controlId, long agree, long differ, long onlyTheirs, long onlyOurs, long unknown) {

    public long of(Agreement outcome) {
        return switch (outcome) {
            case AGREE -> agree;
            case DIFFER -> differ;
            case ONLY_THEIRS -> onlyTheirs;
            case ONLY_OURS -> onlyOurs;
            case UNKNOWN -> unknown;
        };
    }
}
