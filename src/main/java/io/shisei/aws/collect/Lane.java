package io.shisei.aws.collect;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Virtual threads with a bounded look-ahead: whoever adds work waits while too much of it is under way. */
final class Lane implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Semaphore room;

    Lane(int width) {
        room = new Semaphore(width);
    }

    /** Runs {@code work} beside everything else; it may {@link #add}. */
    void run(Runnable work) {
        threads.execute(() -> guard(work));
    }

    /** Runs {@code work} as soon as there is room, for which the caller waits. */
    void add(Runnable work) {
        take();
        run(() -> {
            try {
                guard(work);
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

    private void guard(Runnable work) {
        try {
            work.run();
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }

    /** Waits for all work to end, and throws the first thing that any of it threw. */
    @Override
    public void close() {
        threads.close();
        switch (failure.get()) {
            case null -> {}
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case Throwable checked -> throw new IllegalStateException(checked);
        }
    }
}
