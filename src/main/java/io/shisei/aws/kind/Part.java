package io.shisei.aws.kind;

import io.shisei.inventory.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A field of a resource that takes calls of its own. AWS says by an error code that it is not configured; an answer
 * without it is malformed.
 *
 * @param asks the calls that it may take; errors of the first are told from what {@code read} throws
 */
record Part<L, R extends SdkPojo>(String field, FieldType type, List<Ask<?>> asks, Read<L, R> read) {

    Part {
        asks = List.copyOf(asks);
        if (asks.isEmpty()) {
            throw new IllegalArgumentException("the part " + field + " declares no call");
        }
    }

    /** Reads the part of what was listed as {@code listed} and described as {@code resource}. */
    @FunctionalInterface
    public interface Read<L, R extends SdkPojo> {
        @Nullable
        Object of(Site site, L listed, R resource);
    }

    Answer<Object> of(Site site, L listed, R resource) {
        return asks.getFirst().answer(() -> {
            var value = read.of(site, listed, resource);
            if (value == null) {
                throw new IllegalStateException("the answer lacks " + field);
            }
            return value;
        });
    }
}
