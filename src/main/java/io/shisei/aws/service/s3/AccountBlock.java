package io.shisei.aws.service.s3;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** Block Public Access of the account as a whole, which counts for every bucket too. */
final class AccountBlock {

    static final Ask<S3ControlClient> ASK = S3Control.API
            .ask("s3:GetAccountPublicAccessBlock", "GetPublicAccessBlock")
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
