package io.shisei.aws.door;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/** What the clients of one unit have in common. */
public record Wiring(
        AwsCredentialsProvider credentials, Region region, SdkHttpClient http, ClientOverrideConfiguration overrides) {

    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B wire(B builder) {
        builder.httpClient(http);
        return builder.credentialsProvider(credentials).region(region).overrideConfiguration(guarded());
    }

    /** Whoever asks, what is not AWS's answer is none. */
    private ClientOverrideConfiguration guarded() {
        return overrides.toBuilder()
                .addExecutionInterceptor(new HtmlGuard())
                .addExecutionInterceptor(new NothingGuard())
                .build();
    }

    /** The same in another region. */
    Wiring in(Region other) {
        return new Wiring(credentials, other, http, overrides);
    }
}
