package io.shisei.aws;

import io.shisei.account.Access;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** Credentials for one {@link Access}; those of a role are renewed before they end. */
record Credentials(
        AwsCredentialsProvider provider,
        @Nullable StsAssumeRoleCredentialsProvider role,
        @Nullable StsClient sts) implements AutoCloseable {

    /** Makes no call yet. */
    static Credentials of(Access access, Region home, SdkHttpClient http, ClientOverrideConfiguration overrides) {
        var own = DefaultCredentialsProvider.builder().build();
        if (access.roleArn() == null) {
            return new Credentials(own, null, null);
        }
        var sts =
                new Wiring(own, home, http, overrides).wire(StsClient.builder()).build();
        var role = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request(access))
                .build();
        return new Credentials(role, role, sts);
    }

    private static AssumeRoleRequest request(Access access) {
        return AssumeRoleRequest.builder()
                .roleArn(access.roleArn())
                .externalId(access.externalId())
                .roleSessionName("shisei")
                .build();
    }

    @Override
    public void close() {
        if (role != null) {
            role.close();
        }
        if (sts != null) {
            sts.close();
        }
    }
}
