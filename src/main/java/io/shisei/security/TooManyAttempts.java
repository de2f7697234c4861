package io.shisei.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many logins failed for this user from this address. */
public final class TooManyAttempts extends AuthenticationException {

    private final long seconds;

    TooManyAttempts(Duration pause) {
        super("too many logins failed: try again in " + seconds(pause) + " s");
        this.seconds = seconds(pause);
    }

    /** How long to wait, in seconds. */
    public long seconds() {
        return seconds;
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
