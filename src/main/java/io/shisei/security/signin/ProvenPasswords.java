package io.shisei.security.signin;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Remembers for a few minutes which password matched which hash, so that HTTP Basic does not take a bcrypt for each
 * call. Keeps only fingerprints of both: another hash is another entry.
 */
@Component
class ProvenPasswords {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int CAPACITY = 100;

    private final Fingerprints fingerprints;
    private final Clock clock;
    private final Map<ByteBuffer, Instant> proven = new Latest<>(CAPACITY);

    ProvenPasswords(Fingerprints fingerprints, Clock clock) {
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    boolean contains(String password, String hash) {
        var fingerprint = fingerprint(password, hash);
        synchronized (proven) {
            var until = proven.get(fingerprint);
            return until != null && clock.instant().isBefore(until);
        }
    }

    void add(String password, String hash) {
        var fingerprint = fingerprint(password, hash);
        synchronized (proven) {
            proven.put(fingerprint, clock.instant().plus(KEPT));
        }
    }

    private ByteBuffer fingerprint(String password, String hash) {
        return fingerprints.of(hash + '\n' + password);
    }
}
