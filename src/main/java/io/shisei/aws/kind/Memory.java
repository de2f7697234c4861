package io.shisei.aws.kind;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Answers that several resources share, each asked for once in a unit. */
public final class Memory {

    private final Map<Object, FutureTask<Object>> answers = new ConcurrentHashMap<>();

    /** What {@code ask} answers, or throws, asked once for each {@code key}, however many threads want it. */
    @SuppressWarnings("unchecked")
    <T> T once(Object key, Supplier<T> ask) {
        var answer = answers.computeIfAbsent(key, same -> new FutureTask<>(ask::get));
        answer.run();
        try {
            return (T) answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
