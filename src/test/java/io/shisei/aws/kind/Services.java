package io.shisei.aws.kind;

import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** All services, as the product finds them. */
public final class Services {

    private Services() {}

    public static List<Service> all() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.scan("io.shisei.aws.service");
            context.refresh();
            return List.copyOf(context.getBeansOfType(Service.class).values());
        }
    }
}
