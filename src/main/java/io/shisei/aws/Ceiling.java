package io.shisei.aws;

import java.util.concurrent.Semaphore;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Bounds how many calls are under way at once; a call keeps its seat through its retries. */
final class Ceiling implements ExecutionInterceptor {

    private static final ExecutionAttribute<Boolean> SEATED = new ExecutionAttribute<>("ShiseiSeated");

    private final Semaphore seats;

    Ceiling(int concurrency) {
        seats = new Semaphore(concurrency);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        try {
            seats.acquire();
            attributes.putAttribute(SEATED, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while waiting for other calls to end", e);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        leave(attributes);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        leave(attributes);
    }

    private void leave(ExecutionAttributes attributes) {
        if (Boolean.TRUE.equals(attributes.getAttribute(SEATED))) {
            attributes.putAttribute(SEATED, false);
            seats.release();
        }
    }
}
