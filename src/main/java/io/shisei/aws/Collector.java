package io.shisei.aws;

import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the resources of one AWS service. */
public interface Collector {

    /** As Security Hub calls it, {@code S3}. */
    String service();

    Scope scope();

    /** The API without which there is no such service. */
    Api<?> api();

    List<ResourceType> types();

    /** Every call that may be made, for the IAM policy and for tests that make each of them fail. */
    List<Call> calls();

    /**
     * Lists {@code wanted} types at {@code site}, reads the wanted fields, and gives each resource to {@code found},
     * from several threads at once.
     *
     * @return the types that could not be listed completely, and why
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    Map<ResourceType, Gap> collect(Site site, Map<ResourceType, Set<String>> wanted, Consumer<Resource> found);
}
