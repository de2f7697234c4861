package io.shisei.sample;

import io.shisei.account.Account;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The recorded account as it stood on one day.
 *
 * @param controls the ids of those whose evidence was recorded: nothing is said of others
 */
record Snapshot(List<String> regions, Set<String> controls, Collection<Recorded> resources, List<Denial> denied)
        implements Source {

    @Override
    public boolean reads(Account account) {
        return account.sample();
    }

    @Override
    public boolean hasEvidenceFor(String controlId) {
        return controls.contains(controlId);
    }

    @Override
    public List<String> regions(Account account) {
        return account.regions().orElse(regions);
    }

    @Override
    public Session open(Account account, String region) {
        return new Unit(region);
    }

    private final class Unit implements Session {

        private final String region;
        private final List<Denial> refused;

        Unit(String region) {
            this.region = region;
            this.refused = denied.stream().filter(denial -> denial.in(region)).toList();
        }

        @Override
        public Collected collect(String service, Map<ResourceType, Set<String>> wanted, Consumer<Resource> found) {
            var unlisted = new HashMap<ResourceType, Gap>();
            wanted.forEach((type, fields) -> refused.stream()
                    .filter(denial -> denial.hinders(type))
                    .findFirst()
                    .ifPresentOrElse(denial -> unlisted.put(type, denial.gap()), () -> read(type, fields, found)));
            return new Collected(0, unlisted); // nothing was called
        }

        private void read(ResourceType type, Set<String> fields, Consumer<Resource> found) {
            resources.stream()
                    .filter(recorded -> recorded.unit().equals(region))
                    .filter(recorded -> recorded.resource().type().equals(type))
                    .map(recorded -> recorded.read(fields, refused))
                    .forEach(found);
        }

        @Override
        public void close() {}
    }
}
