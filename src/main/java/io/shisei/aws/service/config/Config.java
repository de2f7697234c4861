package io.shisei.aws.service.config;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.config.ConfigClient;

/** AWS Config. */
@Component
public final class Config extends Service {

    public static final Api<ConfigClient> API =
            Api.of(ConfigClient.class, ConfigClient::builder, ConfigClient.serviceMetadata());

    public Config() {
        super("Config", Recorders.KIND);
    }
}
