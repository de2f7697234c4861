package io.shisei.aws.service.account;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;

/** Whom AWS tells about security matters of the account. */
final class SecurityContact {

    static final Kind<String, Nothing> KIND = Kind.single("AWS::Account::SecurityContact")
            .part(
                    "SecurityContact",
                    AlternateContact.class,
                    AccountManagement.API.ask("account:GetAlternateContact").none("ResourceNotFoundException"),
                    (account, nothing) -> account.getAlternateContact(
                                    request -> request.alternateContactType(AlternateContactType.SECURITY))
                            .alternateContact())
            .global();

    private SecurityContact() {}
}
