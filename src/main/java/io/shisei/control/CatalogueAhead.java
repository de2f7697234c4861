package io.shisei.control;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.inventory.ResourceTypes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Begins to read the catalogue before all else is made: compiling its conditions takes a third of a start, and needs
 * nothing of the rest.
 */
@Component
class CatalogueAhead implements BeanFactoryPostProcessor {

    private final CompletableFuture<Catalogue> catalogue = new CompletableFuture<>();

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var types = beans.getBean(ResourceTypes.class);
        catalogue.completeAsync(
                () -> Catalogue.shipped(types),
                work -> Thread.ofPlatform().daemon().name("catalogue").start(work));
    }

    /**
     * Waits for it.
     *
     * @throws InvalidCatalogue when a file of the catalogue has a problem
     */
    Catalogue get() {
        try {
            return catalogue.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InvalidCatalogue invalid ? invalid : e;
        }
    }
}
