package io.shisei.aws.kind;

import io.shisei.aws.door.Wiring;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/** An AWS API that services are read through: how its client is made, and where it exists. */
public final class Api<C extends SdkClient> {

    private final Class<C> client;
    private final ServiceMetadata metadata;
    private final Function<Wiring, C> open;

    private Api(Class<C> client, ServiceMetadata metadata, Function<Wiring, C> open) {
        this.client = client;
        this.metadata = metadata;
        this.open = open;
    }

    /** The API spoken by {@code client}. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> Api<C> of(
            Class<C> client, Supplier<B> builder, ServiceMetadata metadata) {
        return new Api<>(client, metadata, wiring -> wiring.wire(builder.get()).build());
    }

    /** Whether the SDK is pointed at something that is not AWS, such as Moto. */
    public static boolean emulated() {
        return Stream.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3").anyMatch(name -> System.getenv(name) != null)
                || Stream.of("aws.endpointUrl", "aws.endpointUrlS3").anyMatch(name -> System.getProperty(name) != null);
    }

    /** A call that IAM calls as the API does: {@code ec2:DescribeVpcs}. */
    public Ask<C> ask(String action) {
        return ask(action, action.substring(action.indexOf(':') + 1));
    }

    /** A call for which IAM has another name than the API. */
    public Ask<C> ask(String action, String operation) {
        return new Ask<>(this, action, operation, Set.of(), Set.of(), true);
    }

    /** The class of the SDK's client. */
    public Class<C> client() {
        return client;
    }

    public C open(Wiring wiring) {
        return open.apply(wiring);
    }

    /** Whether the SDK's table, which is as old as the SDK and empty for some regions, knows of it there. */
    public boolean isTabled(Region region) {
        return metadata.regions().contains(region);
    }

    /** The name of its endpoint there. */
    public String host(Region region) {
        return metadata.endpointFor(region).toString();
    }
}
