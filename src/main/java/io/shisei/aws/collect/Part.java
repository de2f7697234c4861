package io.shisei.aws.collect;

import io.shisei.aws.Site;
import io.shisei.inventory.FieldType;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A field of a resource that takes a call of its own; null is a part that is not configured. */
record Part<L>(String field, FieldType type, Ask ask, BiFunction<Site, L, @Nullable Object> read) {

    Answer<Object> of(Site site, L listed) {
        return ask.answer(() -> read.apply(site, listed));
    }
}
