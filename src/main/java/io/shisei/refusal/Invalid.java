package io.shisei.refusal;

/** A value that cannot be taken; the message says in English what is wrong with it. */
public final class Invalid extends RuntimeException {

    /** What is wrong; the dashboard has a message for each. */
    public enum Why {
        /** More characters than {@link #most()}. */
        TOO_LONG,
        /** More items than {@link #most()}. */
        TOO_MANY,
        /** Nothing where something is needed. */
        EMPTY
    }

    private final String field;
    private final Why why;
    private final int most;

    Invalid(String field, Why why, int most, String message) {
        super(message);
        this.field = field;
        this.why = why;
        this.most = most;
    }

    /** The field or query parameter, in camel case. */
    public String field() {
        return field;
    }

    public Why why() {
        return why;
    }

    /** How much there may be. */
    public int most() {
        return most;
    }
}
