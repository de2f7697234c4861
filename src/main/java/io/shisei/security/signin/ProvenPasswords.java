package io.shisei.security.signin;

import com.github.benmanes.caffeine.cache.Cache;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
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
    private final Cache<ByteBuffer, Boolean> proven;

    ProvenPasswords(Fingerprints fingerprints, Clock clock) {
        this.fingerprints = fingerprints;
        this.proven = Memory.of(CAPACITY, clock).expireAfterWrite(KEPT).build();
    }

    boolean contains(String password, String hash) {
        return proven.getIfPresent(fingerprint(password, hash)) != null;
    }

    void add(String password, String hash) {
        proven.put(fingerprint(password, hash), true);
    }

    private ByteBuffer fingerprint(String password, String hash) {
        return fingerprints.of(hash + '\n' + password);
    }
}
