package io.shisei.aws.source;

import io.shisei.aws.kind.Api;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Watches whether AWS has a service where it is called. Docs/adr/0062 says what counts as AWS's word: its name servers
 * know no such endpoint though they know others there, and the SDK's table agrees.
 */
final class Presence implements ExecutionInterceptor {

    /** AWS has these wherever it has anything, in regions and outside of them. */
    private static final Api<?> STS = Api.of(StsClient.class, StsClient::builder, StsClient.serviceMetadata());

    private static final Api<?> IAM = Api.of(IamClient.class, IamClient::builder, IamClient.serviceMetadata());

    private final Predicate<String> resolves;
    private volatile boolean answered;
    private volatile boolean nameless;

    Presence() {
        this(Presence::resolves);
    }

    /** @param resolves whether a host has an address */
    Presence(Predicate<String> resolves) {
        this.resolves = resolves;
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        answered = true;
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (Stream.iterate(context.exception(), cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(UnknownHostException.class::isInstance)) {
            nameless = true;
        }
    }

    /** Whether AWS says that {@code api}, all of whose calls were watched, does not exist in {@code region}. */
    boolean isDenied(Api<?> api, Region region) {
        return nameless
                && !answered
                && !api.isTabled(region)
                && Stream.of(STS, IAM)
                        .filter(sure -> sure.isTabled(region))
                        .anyMatch(sure -> resolves.test(sure.host(region)));
    }

    private static boolean resolves(String host) {
        try {
            InetAddress.getByName(host);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
