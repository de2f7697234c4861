package io.shisei.aws.rate;

import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/** Counts the requests sent, how many of them repeated one that failed, and how many AWS refused as too many. */
public final class Meter implements ExecutionInterceptor, MetricPublisher {

    /** The SDK's word in {@link CoreMetric#ERROR_TYPE}. */
    private static final String THROTTLING = "Throttling";

    private final LongAdder sent = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder throttled = new LongAdder();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        sent.increment();
    }

    /** Is told of each call in the thread that made it, before it ends. */
    @Override
    public void publish(MetricCollection call) {
        call.metricValues(CoreMetric.RETRY_COUNT).forEach(retried::add);
        call.childrenWithName("ApiCallAttempt")
                .flatMap(attempt -> attempt.metricValues(CoreMetric.ERROR_TYPE).stream())
                .filter(THROTTLING::equals)
                .forEach(error -> throttled.increment());
    }

    public long sent() {
        return sent.sum();
    }

    public long retried() {
        return retried.sum();
    }

    public long throttled() {
        return throttled.sum();
    }

    @Override
    public void close() {}
}
