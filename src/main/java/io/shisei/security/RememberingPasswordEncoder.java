package io.shisei.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a few minutes which password matched which hash, so that HTTP Basic does not take a bcrypt for each
 * call. Keeps only a MAC of both under a key that dies with the process: another hash is another entry.
 */
final class RememberingPasswordEncoder implements PasswordEncoder {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int CAPACITY = 100;

    private final PasswordEncoder slow;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> matched = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > CAPACITY;
        }
    };

    RememberingPasswordEncoder(PasswordEncoder slow, Clock clock) {
        this.slow = slow;
        this.clock = clock;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return false;
        }
        var mac = mac(hash + '\n' + password);
        if (remembers(mac)) {
            return true;
        }
        var matches = slow.matches(password, hash);
        if (matches) {
            remember(mac);
        }
        return matches;
    }

    private boolean remembers(String mac) {
        synchronized (matched) {
            var until = matched.get(mac);
            return until != null && clock.instant().isBefore(until);
        }
    }

    private void remember(String mac) {
        synchronized (matched) {
            matched.remove(mac);
            matched.put(mac, clock.instant().plus(KEPT));
        }
    }

    private String mac(String text) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
