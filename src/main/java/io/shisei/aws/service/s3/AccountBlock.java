package io.shisei.aws.service.s3;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;
import io.shisei.aws.kind.Shapes;
import io.shisei.aws.kind.Site;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointParams;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** Block Public Access of the account as a whole, which counts for every bucket too. */
final class AccountBlock {

    private static final Api<S3ControlClient> API =
            Api.of(S3ControlClient.class, AccountBlock::builder, S3ControlClient.serviceMetadata());

    static final Ask<S3ControlClient> ASK = API.ask("s3:GetAccountPublicAccessBlock", "GetPublicAccessBlock")
            .none("NoSuchPublicAccessBlockConfiguration");

    static final String FIELD = "AccountPublicAccessBlock";

    static final Kind<String, Nothing> KIND = Kind.single("AWS::S3::AccountPublicAccessBlock")
            .part(
                    FIELD,
                    Shapes.struct(PublicAccessBlockConfiguration.class),
                    List.of(ASK),
                    (site, account, it) -> of(site))
            .global();

    private AccountBlock() {}

    /** AWS puts the account before the name of the host; an emulator has one name for all. */
    private static S3ControlClientBuilder builder() {
        var builder = S3ControlClient.builder();
        return Api.emulated() ? builder.endpointProvider(AccountBlock::asGiven) : builder;
    }

    private static CompletableFuture<Endpoint> asGiven(S3ControlEndpointParams params) {
        return CompletableFuture.completedFuture(
                Endpoint.builder().url(URI.create(params.endpoint())).build());
    }

    /** All off where it was never set. */
    static PublicAccessBlockConfiguration of(Site site) {
        return site.<Optional<PublicAccessBlockConfiguration>>once(
                        ASK,
                        () -> site.find(
                                ASK,
                                s3 -> s3.getPublicAccessBlock(request -> request.accountId(site.account()))
                                        .publicAccessBlockConfiguration()))
                .orElse(PublicAccessBlockConfiguration.builder().build());
    }
}
