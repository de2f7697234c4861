package io.shisei.aws.collect;

import io.shisei.aws.Site;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How a listed thing is called: its ARN, its name for people, and its tags where they come with the listing. */
record Naming<L>(BiFunction<Site, L, String> arn, Function<L, String> name, Function<L, Map<String, String>> tags) {

    static <L> Naming<L> of(BiFunction<Site, L, String> arn, Function<L, String> name) {
        return new Naming<>(arn, name, listed -> Map.of());
    }

    Naming<L> tagged(Function<L, Map<String, String>> tags) {
        return new Naming<>(arn, name, tags);
    }
}
