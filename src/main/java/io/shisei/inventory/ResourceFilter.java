package io.shisei.inventory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which stored resources are wanted. An empty set does not restrict; {@code text} is found in ARN or name. */
public record ResourceFilter(
        Set<String> accountIds,
        Set<String> regions,
        Set<String> types,
        boolean withGone,
        @Nullable String text) {}
