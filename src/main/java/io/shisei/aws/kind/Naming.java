package io.shisei.aws.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * How a listed thing is called: its ARN, its name for people, and its tags.
 *
 * @param tags its tags, where they come with the listing; else null
 * @param taggedAs the type by which {@link Tagging} knows its tags, {@code s3:bucket}; null where it is not asked
 */
public record Naming<L>(
        BiFunction<Site, L, @Nullable String> arn,
        Function<L, @Nullable String> name,
        @Nullable Function<L, Map<String, String>> tags,
        @Nullable String taggedAs) {

    private static final Set<String> KEYS = Set.of("key", "tagkey");

    public static <L> Naming<L> of(BiFunction<Site, L, @Nullable String> arn, Function<L, @Nullable String> name) {
        return new Naming<>(arn, name, null, null);
    }

    /** A thing whose ARN comes with the listing. */
    public static <L> Naming<L> of(Function<L, @Nullable String> arn, Function<L, @Nullable String> name) {
        return of((site, listed) -> arn.apply(listed), name);
    }

    /** A thing that is listed by its ARN, and called by what stands behind the last slash. */
    public static Naming<String> ofArn() {
        return of(arn -> arn, Naming::last);
    }

    /** What stands behind the last slash of an ARN or a path. */
    public static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its tags, in whatever structure with a key and a value the API has for them. */
    public Naming<L> tagged(Function<L, ? extends List<? extends SdkPojo>> tags) {
        return labelled(listed -> tags(tags.apply(listed)));
    }

    /** Its tags, where the API has them as a map. */
    public Naming<L> labelled(Function<L, Map<String, String>> tags) {
        return new Naming<>(arn, name, tags, null);
    }

    /**
     * Its tags are asked for apart.
     *
     * @param type the service and the type as they stand in its ARN, {@code s3:bucket}
     */
    public Naming<L> taggedAs(String type) {
        return new Naming<>(arn, name, null, type);
    }

    /** Called by its tag Name, where it has one. */
    public Naming<L> calledByTag() {
        return new Naming<>(
                arn,
                listed -> {
                    var called = tagsOf(listed).get("Name");
                    return called == null || called.isBlank() ? name.apply(listed) : called;
                },
                tags,
                taggedAs);
    }

    /** Empty where they are not known. */
    Map<String, String> tagsOf(L listed) {
        return tags == null ? Map.of() : tags.apply(listed);
    }

    /** A tag may come without a value. */
    static Map<String, String> tags(List<? extends SdkPojo> tags) {
        var values = new LinkedHashMap<String, String>();
        for (var tag : tags) {
            var key = "";
            var value = "";
            for (var field : tag.sdkFields()) {
                var text = Objects.requireNonNullElse(field.getValueOrDefault(tag), "")
                        .toString();
                var name = field.memberName().toLowerCase(Locale.ROOT);
                if (KEYS.contains(name)) {
                    key = text;
                } else if (name.endsWith("value")) {
                    value = text;
                }
            }
            values.put(key, value);
        }
        return values;
    }
}
