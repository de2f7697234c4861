package io.shisei;

import io.shisei.control.CatalogueRead;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * With {@code shisei.training} ends the service as soon as a start is over: {@code deploy/train} lets the JVM learn from one
 * what a start takes.
 */
@Component
class Training {

    private final ApplicationContext context;
    private final boolean wanted;

    Training(ApplicationContext context, @Value("${shisei.training:false}") boolean wanted) {
        this.context = context;
        this.wanted = wanted;
    }

    @EventListener(CatalogueRead.class)
    void end() {
        if (wanted) {
            System.exit(SpringApplication.exit(context));
        }
    }
}
