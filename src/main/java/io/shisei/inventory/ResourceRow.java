package io.shisei.inventory;

import io.shisei.database.CopyRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A resource that was read, as a row for {@link ReadResources}. */
public final class ResourceRow {

    private ResourceRow() {}

    /** The same for the same resource, always. */
    public static UUID id(String accountId, String region, Resource resource) {
        return CopyRow.uuid(accountId, region, resource.type().name(), resource.arn());
    }

    /**
     * @param reading the number of this reading; of several of one resource the highest is the last
     * @param judged how many controls judged it, inapplicable ones counted
     */
    public static String of(long reading, UUID id, int judged, Resource resource) {
        var tags = Json.write(new TreeMap<>(resource.tags()));
        var document = Json.write(resource.document().fields());
        var gaps = new TreeMap<>(resource.document().gaps());
        var digest = CopyRow.uuid(resource.name(), tags, lasting(resource, document), summaries(gaps));
        return CopyRow.of(
                Long.toString(reading),
                id.toString(),
                Integer.toString(judged),
                resource.type().name(),
                resource.arn(),
                resource.name(),
                tags,
                Boolean.toString(resource.tagsUnread()),
                document,
                Json.write(gaps),
                digest.toString());
    }

    /** Without the fields that move by themselves. */
    private static String lasting(Resource resource, String document) {
        var moving = resource.type().moving();
        if (moving.isEmpty()) {
            return document;
        }
        var fields = new LinkedHashMap<>(resource.document().fields());
        fields.keySet().removeAll(moving);
        return Json.write(fields);
    }

    /** Without the messages: AWS puts request ids into some, and then each scan would find each gap changed. */
    private static String summaries(Map<String, Gap> gaps) {
        var text = new StringBuilder();
        gaps.forEach((field, gap) -> text.append(field).append(gap.summary()));
        return text.toString();
    }
}
