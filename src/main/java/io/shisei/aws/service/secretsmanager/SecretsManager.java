package io.shisei.aws.service.secretsmanager;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** AWS Secrets Manager. */
@Component
public final class SecretsManager extends Service {

    public static final Api<SecretsManagerClient> API =
            Api.of(SecretsManagerClient.class, SecretsManagerClient::builder, SecretsManagerClient.serviceMetadata());

    public SecretsManager() {
        super("SecretsManager", Secrets.KIND);
    }
}
