package io.shisei.security.signin;

import io.shisei.security.TooManyAttempts;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets password hashes be computed on half of the processors at most, so that guesses cannot take all the others. */
@Component
class HashGate {

    private static final int WAITING = 32;
    private static final int WAIT_SECONDS = 2;

    private final Semaphore free =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /**
     * What {@code computation} answers, once it is its turn.
     *
     * @throws TooManyAttempts when too many others wait already, or its turn does not come soon
     */
    <T> T pass(Supplier<T> computation) {
        if (free.getQueueLength() >= WAITING || !enters()) {
            throw TooManyAttempts.atOnce();
        }
        try {
            return computation.get();
        } finally {
            free.release();
        }
    }

    private boolean enters() {
        try {
            return free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
