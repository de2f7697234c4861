package io.shisei.aws.service.iam;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;

/** What the account demands of passwords; nothing of its own where nobody set it. */
final class PasswordPolicy {

    static final Kind<String, Nothing> KIND = Kind.single("AWS::IAM::AccountPasswordPolicy")
            .part(
                    "PasswordPolicy",
                    software.amazon.awssdk.services.iam.model.PasswordPolicy.class,
                    Iam.API.ask("iam:GetAccountPasswordPolicy").none("NoSuchEntity"),
                    (iam, nothing) -> iam.getAccountPasswordPolicy().passwordPolicy())
            .global();

    private PasswordPolicy() {}
}
