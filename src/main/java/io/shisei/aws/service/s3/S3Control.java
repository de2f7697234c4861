package io.shisei.aws.service.s3;

import io.shisei.aws.kind.Api;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointParams;

/** The API for what S3 has beside buckets. */
final class S3Control {

    static final Api<S3ControlClient> API =
            Api.of(S3ControlClient.class, S3Control::builder, S3ControlClient.serviceMetadata());

    private S3Control() {}

    /** AWS puts the account before the name of the host; an emulator has one name for all. */
    private static S3ControlClientBuilder builder() {
        var builder = S3ControlClient.builder();
        return Api.emulated() ? builder.endpointProvider(S3Control::asGiven) : builder;
    }

    private static CompletableFuture<Endpoint> asGiven(S3ControlEndpointParams params) {
        return CompletableFuture.completedFuture(
                Endpoint.builder().url(URI.create(params.endpoint())).build());
    }
}
