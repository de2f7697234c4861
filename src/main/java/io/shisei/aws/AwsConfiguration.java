package io.shisei.aws;

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
    ResourceTypes resourceTypes(List<Collector> collectors) {
        return new ResourceTypes(collectors.stream()
                .flatMap(collector -> collector.types().stream())
                .toList());
    }
}
