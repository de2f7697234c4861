package io.shisei.sample;

import io.shisei.inventory.Document;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.Struct;
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

    private static final Set<String> TAGS = Set.of("Tags", "TagList", "TagSet", "tags");

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
        if (!entry.tags().isEmpty()) {
            type.shape().fields().forEach((field, shape) -> {
                if (TAGS.contains(field)) {
                    fields.putIfAbsent(field, written(entry.tags(), shape));
                }
            });
        }
        return fields;
    }

    /** Services differ: a map, or pairs in capital or small letters. */
    private static Object written(Map<String, String> tags, FieldType shape) {
        if (!(shape instanceof ListOf list && list.element() instanceof Struct pair)) {
            return tags;
        }
        var key = pair.fields().containsKey("key") ? "key" : "Key";
        var value = pair.fields().containsKey("value") ? "value" : "Value";
        return tags.entrySet().stream()
                .map(tag -> Map.of(key, tag.getKey(), value, tag.getValue()))
                .toList();
    }

    /** What the diary calls it: its ARN; settings, which all have the account's, by type and unit. */
    String id() {
        return resource.arn().startsWith(ResourceType.ACCOUNT) ? resource.type().name() + " " + unit : resource.arn();
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
