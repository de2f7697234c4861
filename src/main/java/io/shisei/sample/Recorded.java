package io.shisei.sample;

import io.shisei.inventory.Document;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A resource as it stands on a day, and the unit that reads it. */
record Recorded(String unit, Resource resource) {

    static Recorded of(Entry entry, ResourceType type) {
        var document = Document.of(tagged(entry, type));
        var resource = new Resource(entry.arn(), type, entry.givenName(), entry.tags(), document);
        return new Recorded(type.scopes().contains(Scope.REGIONAL) ? region(entry) : Scope.GLOBAL_REGION, resource);
    }

    private static String region(Entry entry) {
        return entry.region() != null ? entry.region() : entry.arn().split(":")[3];
    }

    /** The document with the tags in it where AWS answers them with it. */
    private static Map<String, Object> tagged(Entry entry, ResourceType type) {
        var fields = new LinkedHashMap<>(entry.document());
        var shape = type.shape().fields().keySet();
        var pairs = entry.tags().entrySet().stream()
                .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
                .toList();
        for (var field : List.of("Tags", "TagList", "tags")) {
            if (shape.contains(field) && !pairs.isEmpty()) {
                fields.putIfAbsent(field, field.equals("tags") ? entry.tags() : pairs);
            }
        }
        return fields;
    }

    @Nullable
    Object field(String name) {
        return resource.document().fields().get(name);
    }

    Recorded changed(Map<String, Object> patch) {
        return with(Document.of(merge(resource.document().fields(), patch)));
    }

    private Recorded with(Document document) {
        return new Recorded(
                unit, new Resource(resource.arn(), resource.type(), resource.name(), resource.tags(), document));
    }

    /** What reading the {@code wanted} parts gives while some calls are refused. */
    Resource read(Set<String> wanted, List<Denial> denied) {
        var fields = new LinkedHashMap<>(resource.document().fields());
        var gaps = new LinkedHashMap<>(resource.document().gaps());
        resource.type().parts().forEach((field, actions) -> {
            if (!wanted.contains(field)) {
                fields.remove(field);
                return;
            }
            denied.stream()
                    .filter(denial -> actions.stream().anyMatch(action -> denial.hides(action, resource.arn())))
                    .findFirst()
                    .ifPresent(denial -> {
                        fields.remove(field);
                        gaps.put(field, denial.gap());
                    });
        });
        return with(new Document(fields, gaps)).resource();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merge(@Nullable Object target, Map<String, Object> patch) {
        var merged = target instanceof Map
                ? new LinkedHashMap<>((Map<String, Object>) target)
                : new LinkedHashMap<String, Object>();
        for (var change : patch.entrySet()) {
            switch ((@Nullable Object) change.getValue()) {
                case null -> merged.remove(change.getKey());
                case Map<?, ?> part ->
                    merged.put(change.getKey(), merge(merged.get(change.getKey()), (Map<String, Object>) part));
                case Object value -> merged.put(change.getKey(), value);
            }
        }
        return merged;
    }
}
