package io.shisei.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Failed logins by user name and address: after five, each further one has to wait. Kept in memory, the latest ones. */
@Component
class LoginAttempts {

    private static final int FREE = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int CAPACITY = 10_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > CAPACITY;
        }
    };

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    /** How long this user has to wait; empty when no time at all. */
    synchronized Optional<Duration> pause(String username, String address) {
        var failed = failures.get(key(username, address));
        if (failed == null || failed.count < FREE) {
            return Optional.empty();
        }
        var left = Duration.between(clock.instant(), failed.last.plus(PAUSE));
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    synchronized void failed(String username, String address) {
        var now = clock.instant();
        var before = failures.get(key(username, address));
        var count = before == null || before.last.plus(KEPT).isBefore(now) ? 0 : before.count;
        failures.put(key(username, address), new Failures(count + 1, now));
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(key(username, address));
    }

    private static String key(String username, String address) {
        return address + ' ' + username.substring(0, Math.min(username.length(), 100));
    }
}
