package io.shisei.aws.service.config;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;

/** AWS Config, with what Security Hub says of where it is needed. */
@Component
public final class Config extends Service {

    public static final Api<ConfigClient> API =
            Api.of(ConfigClient.class, ConfigClient::builder, ConfigClient.serviceMetadata());
    public static final Api<SecurityHubClient> SECURITY_HUB =
            Api.of(SecurityHubClient.class, SecurityHubClient::builder, SecurityHubClient.serviceMetadata());

    public Config() {
        super("Config", Recording.KIND);
    }
}
