package io.shisei;

import io.shisei.control.CatalogueRead;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the service as soon as a start is over: {@code deploy/train} lets the JVM learn from one what a start takes. */
@Component
@ConditionalOnProperty("shisei.training")
class Training {

    private final ApplicationContext context;

    Training(ApplicationContext context) {
        this.context = context;
    }

    @EventListener(CatalogueRead.class)
    void end() {
        System.exit(SpringApplication.exit(context));
    }
}
