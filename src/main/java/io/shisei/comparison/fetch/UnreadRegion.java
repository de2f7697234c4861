package io.shisei.comparison.fetch;

/**
 * A region of which Security Hub has not told all.
 *
 * @param error AWS's code
 * @param message what AWS said; may be empty
 */
public record UnreadRegion(String region, Why why, String error, String message) {

    /** What kept it from telling. */
    public enum Why {
        /** Security Hub is not enabled there: it has nothing to tell. */
        NOT_ENABLED,
        /** {@code securityhub:GetFindings} is not allowed. */
        DENIED,
        FAILED
    }
}
