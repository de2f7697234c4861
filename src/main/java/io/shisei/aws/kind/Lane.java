package io.shisei.aws.kind;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Threads with a bounded look-ahead: whoever adds work waits while too much of it is under way. Threads are kept for the
 * next work, since the SDK makes its XML parsers once for each thread, and that costs more than a call.
 */
final class Lane implements AutoCloseable {

    private final ExecutorService listers = Executors.newCachedThreadPool(named("lister-"));
    private final ExecutorService readers;
    private final ExecutorService askers;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Phaser underWay = new Phaser(1);
    private final Semaphore room;

    Lane(int width) {
        room = new Semaphore(width);
        readers = Executors.newFixedThreadPool(width, named("reader-"));
        askers = new ThreadPoolExecutor(
                0, width, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), named("asker-"), Lane::runHere);
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 0).factory();
    }

    /** Whoever finds all askers at work asks by himself. */
    private static void runHere(Runnable work, ThreadPoolExecutor askers) {
        if (askers.isShutdown()) {
            throw new RejectedExecutionException("stopped");
        }
        work.run();
    }

    /** Runs {@code work} beside everything else; it may {@link #add}. */
    void run(Runnable work) {
        run(work, listers);
    }

    private void run(Runnable work, ExecutorService threads) {
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
        run(
                () -> {
                    try {
                        work.run();
                    } finally {
                        room.release();
                    }
                },
                readers);
    }

    /** Runs all of {@code asked}, which add nothing, side by side, and returns what they gave, in their order. */
    <T> List<T> all(List<? extends Callable<T>> asked) {
        try {
            return askers.invokeAll(asked).stream().map(Lane::result).toList();
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
        var threads = List.of(listers, readers, askers);
        try {
            underWay.awaitAdvanceInterruptibly(underWay.arriveAndDeregister());
        } catch (InterruptedException e) {
            threads.forEach(ExecutorService::shutdownNow);
            failure.set(interrupted());
        }
        threads.forEach(ExecutorService::close);
        switch (failure.get()) {
            case null -> {}
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case Throwable checked -> throw new IllegalStateException(checked);
        }
    }
}
