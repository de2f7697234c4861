package io.shisei.aws.service.secretsmanager;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** Secrets, never their values. */
final class Secrets {

    static final Kind<SecretListEntry, SecretListEntry> KIND = Kind.listed(
                    "AWS::SecretsManager::Secret",
                    SecretListEntry.class,
                    Listing.of(
                            SecretsManager.API.ask("secretsmanager:ListSecrets"),
                            secrets -> secrets.listSecretsPaginator(request -> request.maxResults(100)),
                            ListSecretsResponse::secretList),
                    Naming.of(SecretListEntry::arn, SecretListEntry::name).tagged(SecretListEntry::tags))
            .moving("LastAccessedDate");

    private Secrets() {}
}
