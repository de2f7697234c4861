package io.shisei.control;

import io.shisei.aws.kind.Service;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The resource types that are read from AWS, as the services declare them. */
final class AwsTypes {

    static final ResourceTypes ALL = all();

    private AwsTypes() {}

    static ResourceType named(String name) {
        return ALL.named(name).orElseThrow();
    }

    private static ResourceTypes all() {
        try (var context = new AnnotationConfigApplicationContext("io.shisei.aws.service")) {
            return new ResourceTypes(context.getBeansOfType(Service.class).values().stream()
                    .flatMap(service -> service.types().stream())
                    .toList());
        }
    }
}
