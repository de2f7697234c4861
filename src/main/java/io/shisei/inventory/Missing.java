package io.shisei.inventory;

import java.util.Set;

/** A gap that {@code resources} of a type have, in any of {@code fields}; none are those that only lack their tags. */
public record Missing(String type, Gap gap, Set<String> fields, long resources) {

    /** The same of more resources. */
    public Missing plus(Missing others) {
        return new Missing(type, gap, fields, resources + others.resources);
    }
}
