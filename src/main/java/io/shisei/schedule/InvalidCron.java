package io.shisei.schedule;

/** A cron expression, a zone or blackout windows that cannot be; the message says what to write instead. */
public final class InvalidCron extends IllegalArgumentException {

    private final String field;

    InvalidCron(String field, String message) {
        super(message);
        this.field = field;
    }

    /** {@code cron}, {@code zone} or {@code blackouts}. */
    public String field() {
        return field;
    }
}
