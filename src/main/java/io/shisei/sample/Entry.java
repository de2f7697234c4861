package io.shisei.sample;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A resource as the recording's files describe it.
 *
 * @param region left out where the ARN tells it, and for services without regions
 * @param name left out where it is the Name tag or the last part of the ARN
 * @param since the day it came; left out when it was there from the first
 */
record Entry(
        String arn,
        @Nullable String region,
        @Nullable String name,
        @Nullable Integer since,
        Map<String, String> tags,
        Map<String, Object> document) {

    Entry {
        Objects.requireNonNull(arn, "a resource without an arn");
        Objects.requireNonNull(document, () -> arn + " has no document");
        tags = tags == null ? Map.of() : tags;
    }

    String givenName() {
        return name != null ? name : tags.getOrDefault("Name", arn.replaceFirst(arn.contains("/") ? ".*/" : ".*:", ""));
    }
}
