package io.shisei.aws.collect;

import io.shisei.aws.Site;
import io.shisei.inventory.FieldType;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A field of a resource that takes a call of its own. AWS says by an error code that it is not configured; an answer
 * without it is malformed.
 */
record Part<L>(String field, FieldType type, Ask ask, BiFunction<Site, L, @Nullable Object> read) {

    Answer<Object> of(Site site, L listed) {
        return ask.answer(() -> {
            var value = read.apply(site, listed);
            if (value == null) {
                throw new IllegalStateException("the answer lacks " + field);
            }
            return value;
        });
    }
}
