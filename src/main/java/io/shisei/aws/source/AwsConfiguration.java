package io.shisei.aws.source;

import io.shisei.aws.kind.Service;
import io.shisei.aws.rate.AwsSettings;
import io.shisei.inventory.ResourceTypes;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes known what can be read from AWS. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AwsSettings.class)
class AwsConfiguration {

    @Bean
    ResourceTypes resourceTypes(List<Service> services) {
        return new ResourceTypes(
                services.stream().flatMap(service -> service.types().stream()).toList());
    }
}
