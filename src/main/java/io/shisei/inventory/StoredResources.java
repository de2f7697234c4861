package io.shisei.inventory;

import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The inventory, sorted by ARN. */
@Repository
public class StoredResources {

    public Page<StoredResource> list(ResourceFilter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredResource> find(UUID id) {
        throw new UnsupportedOperationException();
    }
}
