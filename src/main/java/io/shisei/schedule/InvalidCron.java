package io.shisei.schedule;

/** A cron expression or a zone that cannot be; the message says what to write instead. */
public final class InvalidCron extends IllegalArgumentException {

    private final String field;

    InvalidCron(String field, String message) {
        super(message);
        this.field = field;
    }

    /** {@code cron} or {@code zone}. */
    public String field() {
        return field;
    }
}
