package io.shisei.aws;

import io.shisei.aws.kind.Service;
import io.shisei.inventory.ResourceTypes;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Every type of resource that is read of AWS, for those who start without the rest of the product. */
public final class TypesOfAws {

    private TypesOfAws() {}

    public static ResourceTypes all() {
        try (var services = new AnnotationConfigApplicationContext()) {
            services.scan("io.shisei.aws.service");
            services.refresh();
            return new ResourceTypes(services.getBeansOfType(Service.class).values().stream()
                    .flatMap(service -> service.types().stream())
                    .toList());
        }
    }
}
