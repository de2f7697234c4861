package io.shisei.aws.door;

import io.shisei.account.Access;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Credentials for one {@link Access}; those of a role are renewed before they end. */
public record Credentials(AwsCredentialsProvider provider, List<SdkAutoCloseable> opened) implements AutoCloseable {

    /** Makes no call yet. */
    public static Credentials of(
            Access access, Region home, SdkHttpClient http, ClientOverrideConfiguration overrides) {
        var own = DefaultCredentialsProvider.builder().build();
        if (access.roleArn() == null) {
            return new Credentials(own, List.of(own));
        }
        var sts =
                new Wiring(own, home, http, overrides).wire(StsClient.builder()).build();
        var role = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request(access))
                .build();
        return new Credentials(role, List.of(role, sts, own));
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
        opened.forEach(SdkAutoCloseable::close);
    }
}
