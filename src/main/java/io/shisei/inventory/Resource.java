package io.shisei.inventory;

import java.util.Map;

/**
 * A resource as a scan found it.
 *
 * @param name what people call it: its Name tag, or the last part of its id
 * @param tagsUnread whether its tags could not be read: then {@code tags} has none, and it may have some
 */
public record Resource(
        String arn, ResourceType type, String name, Map<String, String> tags, boolean tagsUnread, Document document) {

    /** One whose tags were read, if they are of its type at all. */
    public Resource(String arn, ResourceType type, String name, Map<String, String> tags, Document document) {
        this(arn, type, name, tags, false, document);
    }

    /** The one in which the resource of this ARN is: {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    public static String partition(String arn) {
        var parts = arn.split(":");
        return parts.length > 1 && !parts[1].isEmpty() ? parts[1] : "aws";
    }
}
