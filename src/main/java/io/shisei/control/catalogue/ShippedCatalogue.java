package io.shisei.control.catalogue;

import io.shisei.control.CatalogueRead;
import io.shisei.control.InvalidCatalogue;
import io.shisei.inventory.ResourceTypes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The catalogue that ships with the product, read on a thread of its own as soon as the service is ready: compiling its
 * conditions takes a third of a start. Who needs it earlier waits; with a broken one the service does not go on.
 */
@Component
public class ShippedCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedCatalogue.class);

    private final Supplier<Catalogue> files;
    private final ApplicationEventPublisher events;
    private final Runnable end;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Catalogue> catalogue = new CompletableFuture<>();

    @Autowired
    ShippedCatalogue(ResourceTypes types, ApplicationContext context) {
        this(() -> Catalogue.shipped(types), context, () -> System.exit(SpringApplication.exit(context, () -> 1)));
    }

    /** @param end of the service */
    ShippedCatalogue(Supplier<Catalogue> files, ApplicationEventPublisher events, Runnable end) {
        this.files = files;
        this.events = events;
        this.end = end;
    }

    @EventListener
    void begin(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            begin();
        }
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("catalogue").start(this::read);
        }
    }

    private void read() {
        try {
            catalogue.complete(files.get());
        } catch (RuntimeException | Error e) {
            catalogue.completeExceptionally(e);
            LOG.error("The service ends: without its controls it would only seem to watch.", e);
            end.run();
            return;
        }
        events.publishEvent(new CatalogueRead());
    }

    /**
     * Waits for it.
     *
     * @throws InvalidCatalogue when a file of the catalogue has a problem
     */
    public Catalogue get() {
        begin();
        try {
            return catalogue.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InvalidCatalogue invalid ? invalid : e;
        }
    }
}
