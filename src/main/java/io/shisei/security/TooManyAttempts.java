package io.shisei.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A login that was not even looked at: too many failed from there, or too many are being checked. */
public final class TooManyAttempts extends AuthenticationException {

    private final long seconds;

    private TooManyAttempts(String why, long seconds) {
        super(why + ": try again in " + seconds + " s");
        this.seconds = seconds;
    }

    public static TooManyAttempts failed(Duration pause) {
        return new TooManyAttempts(
                "too many logins failed", Math.max(1, pause.plusMillis(999).toSeconds()));
    }

    public static TooManyAttempts atOnce() {
        return new TooManyAttempts("too many logins at once", 1);
    }

    /** How long to wait, in seconds. */
    public long seconds() {
        return seconds;
    }
}
