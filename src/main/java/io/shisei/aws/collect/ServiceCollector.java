package io.shisei.aws.collect;

import io.shisei.aws.Api;
import io.shisei.aws.Call;
import io.shisei.aws.Collector;
import io.shisei.aws.Site;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A collector made of declared {@link Kind}s; subclasses only declare. */
abstract class ServiceCollector implements Collector {

    private final String service;
    private final Scope scope;
    private final Api<?> api;
    private final Map<ResourceType, Kind<?>> kinds = new LinkedHashMap<>();

    ServiceCollector(String service, Scope scope, Api<?> api, Kind<?>... kinds) {
        this.service = service;
        this.scope = scope;
        this.api = api;
        for (var kind : kinds) {
            this.kinds.put(type(kind), kind);
        }
    }

    private ResourceType type(Kind<?> kind) {
        var listing = calls(kind)
                .filter(call -> call.role() != Call.Role.PART)
                .map(Call::action)
                .distinct()
                .toList();
        var parts = kind.parts().stream()
                .collect(Collectors.toMap(Part::field, part -> part.ask().action()));
        return new ResourceType(kind.name(), service, scope, kind.shape(), listing, parts);
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Api<?> api() {
        return api;
    }

    @Override
    public List<ResourceType> types() {
        return List.copyOf(kinds.keySet());
    }

    @Override
    public List<Call> calls() {
        return kinds.values().stream().flatMap(this::calls).toList();
    }

    private Stream<Call> calls(Kind<?> kind) {
        var listing = kind.listing().asks().stream().map(ask -> call(kind, Call.Role.LISTING, "", ask));
        var detail = kind.source() instanceof Main.Described<?> described
                ? Stream.of(call(kind, Call.Role.DETAIL, "", described.ask()))
                : Stream.<Call>empty();
        var parts = kind.parts().stream().map(part -> call(kind, Call.Role.PART, part.field(), part.ask()));
        return Stream.of(listing, detail, parts).flatMap(calls -> calls);
    }

    private Call call(Kind<?> kind, Call.Role role, String field, Ask ask) {
        return new Call(kind.name(), role, field, api.client(), ask.operation(), ask.action());
    }

    @Override
    public Map<ResourceType, Gap> collect(Site site, Map<ResourceType, Set<String>> wanted, Consumer<Resource> found) {
        var unlisted = new ConcurrentHashMap<ResourceType, Gap>();
        try (var lane = new Lane(site.width())) {
            kinds.forEach((type, kind) -> {
                var fields = wanted.get(type);
                if (fields != null) {
                    Consumer<Gap> broken = gap -> unlisted.putIfAbsent(type, gap);
                    lane.run(new Reading<>(kind, type, site, fields, lane, found, broken)::run);
                }
            });
        }
        return Map.copyOf(unlisted);
    }
}
