package io.shisei.inventory;

import java.util.Map;

/**
 * A resource as a scan found it.
 *
 * @param name what people call it: its Name tag, or the last part of its id
 */
public record Resource(String arn, ResourceType type, String name, Map<String, String> tags, Document document) {}
