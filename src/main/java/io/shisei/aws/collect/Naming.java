package io.shisei.aws.collect;

import io.shisei.aws.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a listed thing is called: its ARN, its name for people, and its tags where they come with the listing. */
record Naming<L>(BiFunction<Site, L, String> arn, Function<L, String> name, Function<L, Map<String, String>> tags) {

    static <L> Naming<L> of(BiFunction<Site, L, String> arn, Function<L, String> name) {
        return new Naming<>(arn, name, listed -> Map.of());
    }

    /** A tag may come without a value. */
    static <T> Map<String, String> tags(List<T> tags, Function<T, String> key, Function<T, @Nullable String> value) {
        var values = new LinkedHashMap<String, String>();
        tags.forEach(tag -> values.put(key.apply(tag), Objects.requireNonNullElse(value.apply(tag), "")));
        return values;
    }

    Naming<L> tagged(Function<L, Map<String, String>> tags) {
        return new Naming<>(arn, name, tags);
    }
}
