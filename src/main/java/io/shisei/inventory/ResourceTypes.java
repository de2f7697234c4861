package io.shisei.inventory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every kind of resource that can be read. */
public final class ResourceTypes {

    private final Map<String, ResourceType> byName = new LinkedHashMap<>();

    public ResourceTypes(Collection<ResourceType> types) {
        for (var type : types) {
            if (byName.put(type.name(), type) != null) {
                throw new IllegalArgumentException(type.name() + " is collected twice");
            }
        }
    }

    public Optional<ResourceType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<ResourceType> all() {
        return byName.values();
    }
}
