package io.shisei.security.signin;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What is remembered for a while and in a bounded number, by the application's clock. */
final class Memory {

    private Memory() {}

    static Caffeine<Object, Object> of(int capacity, Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(capacity)
                .executor(Runnable::run)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
    }
}
