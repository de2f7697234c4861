package io.shisei.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shisei.security.TooManyAttempts;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HashGateTests {

    private static final int MOST = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final HashGate gate = new HashGate();

    @Test
    void refusesWhatWouldWaitTooLong() throws Exception {
        var refused = new AtomicInteger();
        var computing = new AtomicInteger();
        var open = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(100)) {
            for (var i = 0; i < 100; i++) {
                threads.execute(() -> {
                    try {
                        gate.pass(() -> computing.incrementAndGet() > 0 && waited(open));
                    } catch (TooManyAttempts e) {
                        refused.incrementAndGet();
                    }
                });
            }
            // Nothing leaves while the latch is closed: all but those that compute are refused, at once or soon.
            await().untilAsserted(() -> assertThat(refused).hasValue(100 - MOST));
            assertThat(computing).hasValue(MOST);
            open.countDown();
        }
    }

    private static boolean waited(CountDownLatch open) {
        try {
            open.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
