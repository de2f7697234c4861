package io.shisei.aws.rate;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds how many calls of a unit, and of its whole account, are under way at once; first come, first served. */
public record Ceiling(Semaphore unit, Semaphore account) {

    /** Takes a seat; answers false when none is free {@code within} that time. */
    boolean enter(Duration within) throws InterruptedException {
        var nanos = within.toNanos();
        if (!unit.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            return false;
        }
        var seated = false;
        try {
            seated = account.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            return seated;
        } finally {
            if (!seated) {
                unit.release();
            }
        }
    }

    void leave() {
        account.release();
        unit.release();
    }
}
