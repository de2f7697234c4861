package io.shisei.account.trial;

import io.shisei.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way into an account, as it was tried.
 *
 * @param found what came out: an ARN, an account's id, a number of regions; null where nothing did
 * @param refusal why it failed; null unless it did
 */
public record TriedStep(
        Step step,
        State state,
        @Nullable String found,
        @Nullable Refusal refusal) {

    /** The steps, in their order. */
    public enum Step {
        /** AWS knows the identity that the service runs as. */
        CREDENTIALS,
        /** It may assume the role, and the role leads to an account. */
        ROLE,
        /** The role cannot be assumed without the external id. */
        EXTERNAL_ID,
        /** A first call is answered. */
        FIRST_CALL
    }

    /** How a step came out. */
    public enum State {
        DONE,
        /** The account can be read, but somebody else may be able to as well. */
        WEAK,
        FAILED,
        /** No role, no external id to try. */
        NOT_NEEDED,
        /** Another step has to succeed before. */
        NOT_TRIED
    }

    static TriedStep of(Step step, State state) {
        return new TriedStep(step, state, null, null);
    }

    static TriedStep done(Step step, String found) {
        return new TriedStep(step, State.DONE, found, null);
    }

    static TriedStep failed(Step step, Refusal refusal) {
        return new TriedStep(step, State.FAILED, null, refusal);
    }
}
