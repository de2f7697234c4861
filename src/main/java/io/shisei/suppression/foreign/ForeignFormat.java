package io.shisei.suppression.foreign;

import io.shisei.control.ControlId;
import io.shisei.refusal.Refusal;
import java.util.List;
import java.util.function.Predicate;

/** Where rules come from. */
public enum ForeignFormat {
    /** What {@code aws securityhub batch-get-automation-rules} prints. */
    SECURITY_HUB,
    /** Prowler's mutelist. */
    PROWLER;

    /**
     * Reads the rules of a file, in its order.
     *
     * @param judged whether we judge a control
     * @throws Refusal.Invalid when it holds none
     */
    public List<ForeignRule> read(String text, Predicate<ControlId> judged) {
        return switch (this) {
            case SECURITY_HUB -> AutomationRules.read(text);
            case PROWLER -> new Mutelist(judged).read(text);
        };
    }
}
