package io.shisei.aws.collect;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Virtual threads with a bounded look-ahead: whoever adds work waits while too much of it is under way. */
final class Lane implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Phaser underWay = new Phaser(1);
    private final Semaphore room;

    Lane(int width) {
        room = new Semaphore(width);
    }

    /** Runs {@code work} beside everything else; it may {@link #add}. */
    void run(Runnable work) {
        underWay.register();
        threads.execute(() -> {
            try {
                work.run();
            } catch (Throwable thrown) {
                failure.compareAndSet(null, thrown);
            } finally {
                underWay.arriveAndDeregister();
            }
        });
    }

    /** Runs {@code work} as soon as there is room, for which the caller waits. */
    void add(Runnable work) {
        take();
        run(() -> {
            try {
                work.run();
            } finally {
                room.release();
            }
        });
    }

    /** Runs all of {@code asked} side by side, and returns what they gave, in their order. */
    <T> List<T> all(List<? extends Callable<T>> asked) {
        try {
            return threads.invokeAll(asked).stream().map(Lane::result).toList();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static <T> T result(Future<T> done) {
        if (done.state() == Future.State.SUCCESS) {
            return done.resultNow();
        }
        throw done.exceptionNow() instanceof RuntimeException thrown
                ? thrown
                : new IllegalStateException(done.exceptionNow());
    }

    private void take() {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        if (failure.get() != null) {
            throw new CancellationException("something else failed");
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }

    /** Waits for all work to end, and throws what the first that failed threw. Interrupted, it stops the work. */
    @Override
    public void close() {
        try {
            underWay.awaitAdvanceInterruptibly(underWay.arriveAndDeregister());
        } catch (InterruptedException e) {
            threads.shutdownNow();
            failure.set(interrupted());
        }
        threads.close();
        switch (failure.get()) {
            case null -> {}
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case Throwable checked -> throw new IllegalStateException(checked);
        }
    }
}
