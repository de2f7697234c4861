package io.shisei.aws.kind;

import io.shisei.inventory.Gap;
import io.shisei.inventory.Missing;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An AWS service, made of the kinds of resources that it has; subclasses only declare them. */
public abstract class Service {

    private final String name;
    private final Map<ResourceType, Kind<?, ?>> kinds = new LinkedHashMap<>();

    /**
     * What reading did not bring, but for what documents lack.
     *
     * @param unlisted the types whose resources could not all be listed, and why
     * @param untagged of how many resources the tags could not be read, and why
     */
    public record Lack(Map<ResourceType, Gap> unlisted, List<Missing> untagged) {}

    /** @param name as Security Hub calls it, {@code S3} */
    protected Service(String name, Kind<?, ?>... kinds) {
        this.name = name;
        for (var kind : kinds) {
            this.kinds.put(kind.type(name), kind);
        }
    }

    public String name() {
        return name;
    }

    public List<ResourceType> types() {
        return List.copyOf(kinds.keySet());
    }

    /** Every call that may be made, for the IAM policy and for tests that make each of them fail. */
    public List<Call> calls() {
        return kinds.values().stream().flatMap(Kind::calls).toList();
    }

    /** The APIs without which nothing of this service can be there. */
    public Stream<Api<?>> apis(Scope scope) {
        return kinds.values().stream()
                .filter(kind -> kind.scopes().contains(scope))
                .map(Kind::api)
                .distinct();
    }

    /**
     * Lists {@code wanted} types at {@code site}, reads the wanted fields, and gives each resource to {@code found},
     * from several threads at once.
     *
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    public Lack collect(Site site, Map<ResourceType, Set<String>> wanted, Consumer<Resource> found) {
        return collect(site, wanted, null, found);
    }

    /** As {@link #collect}, of one resource: its type is listed, but only the fields of this one are read. */
    public Lack reread(Site site, ResourceType type, Set<String> fields, String arn, Consumer<Resource> found) {
        return collect(site, Map.of(type, fields), arn, found);
    }

    private Lack collect(
            Site site, Map<ResourceType, Set<String>> wanted, @Nullable String only, Consumer<Resource> found) {
        var unlisted = new ConcurrentHashMap<ResourceType, Gap>();
        var untagged = new ConcurrentHashMap<ResourceType, Missing>();
        try (var lane = new Lane(site.width())) {
            kinds.forEach((type, kind) -> {
                var fields = wanted.get(type);
                if (fields != null && type.scopes().contains(site.scope())) {
                    Consumer<Gap> broken = gap -> unlisted.putIfAbsent(type, gap);
                    Consumer<Gap> untold =
                            gap -> untagged.merge(type, new Missing(type.name(), gap, Set.of(), 1), Missing::plus);
                    lane.run(new Reading<>(kind, type, site, fields, only, lane, found, broken, untold)::run);
                }
            });
        }
        return new Lack(Map.copyOf(unlisted), List.copyOf(untagged.values()));
    }
}
