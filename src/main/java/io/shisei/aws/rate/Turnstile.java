package io.shisei.aws.rate;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Where the calls of one service wait for leave and a seat, before the SDK's time-outs begin. A call keeps its seat
 * through its retries. Past the deadline no call gets through.
 */
public final class Turnstile implements ExecutionInterceptor {

    private static final ExecutionAttribute<Boolean> SEATED = new ExecutionAttribute<>("ShiseiSeated");
    private static final ExecutionAttribute<Boolean> SENT = new ExecutionAttribute<>("ShiseiSent");

    private final Governor governor;
    private final String account;
    private final String region;
    private final Ceiling ceiling;
    private final Deadline deadline;

    public Turnstile(Governor governor, String account, String region, Ceiling ceiling) {
        this.governor = governor;
        this.account = account;
        this.region = region;
        this.ceiling = ceiling;
        this.deadline = governor.deadline();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        try {
            // Leave comes first: who waits for it must not keep others from a seat.
            if (!admitted(attributes) || !ceiling.enter(deadline.left())) {
                throw ApiCallTimeoutException.create("no call was answered for " + deadline.limit(), null);
            }
            attributes.putAttribute(SEATED, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while waiting for other calls to end", e);
        }
    }

    private boolean admitted(ExecutionAttributes attributes) throws InterruptedException {
        var left = deadline.left();
        return left.isPositive() && governor.admit(account, region, api(attributes), operation(attributes), left);
    }

    /** Retries are spaced by the SDK; waiting here would count against the call's time-out. */
    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(SENT) != null) {
            governor.charge(account, region, api(attributes), operation(attributes));
        }
        attributes.putAttribute(SENT, true);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        deadline.answered();
        leave(attributes);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (isAnswer(context.exception())) {
            deadline.answered();
        }
        leave(attributes);
    }

    /** A refusal is one, too, and so is that there is no such thing; being put off is not. */
    private static boolean isAnswer(Throwable fault) {
        return fault instanceof AwsServiceException service
                && !service.isThrottlingException()
                && service.statusCode() < 500;
    }

    private void leave(ExecutionAttributes attributes) {
        if (Boolean.TRUE.equals(attributes.getAttribute(SEATED))) {
            attributes.putAttribute(SEATED, false);
            ceiling.leave();
        }
    }

    private static String api(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
