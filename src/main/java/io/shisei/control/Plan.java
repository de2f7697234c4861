package io.shisei.control;

import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** The controls of a scan with the settings that they had when it was made; safe to share between threads. */
public final class Plan {

    /** The services ({@link ResourceType#service}) to be read in units of this scope. */
    public SortedSet<String> services(Scope scope) {
        throw new UnsupportedOperationException();
    }

    /** The types to list of a service, each with the top-level fields that the controls read. */
    public Map<ResourceType, Set<String>> wanted(String service) {
        throw new UnsupportedOperationException();
    }

    /** The controls that judge resources of this type. */
    public List<ControlId> controls(ResourceType type) {
        throw new UnsupportedOperationException();
    }

    /** What each control of the resource's type says of it. */
    public Map<ControlId, Verdict> judge(Resource resource) {
        throw new UnsupportedOperationException();
    }
}
