package io.shisei.aws;

import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts the requests sent, retries included. */
final class Meter implements ExecutionInterceptor {

    private final LongAdder sent = new LongAdder();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        sent.increment();
    }

    long sent() {
        return sent.sum();
    }
}
