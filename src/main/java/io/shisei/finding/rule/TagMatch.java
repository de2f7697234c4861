package io.shisei.finding.rule;

import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of a resource must be; empty lists demand nothing.
 *
 * @param all that it has
 * @param any of which it has one
 * @param none that it does not have, as far as its tags are read: where they are not, it may have them
 */
public record TagMatch(List<Tag> all, List<Tag> any, List<Tag> none) {

    /** Resources with whatever tags. */
    public static final TagMatch ANY = new TagMatch(List.of(), List.of(), List.of());

    /** @param value null: any */
    public record Tag(String key, @Nullable String value) {

        /** As people read it. */
        @Override
        public String toString() {
            return key + "=" + (value == null ? "*" : value);
        }
    }

    /** @throws Refusal.Invalid when there are too many, or a key or a value is blank or too long */
    public TagMatch {
        all = checked("tags/all", all);
        any = checked("tags/any", any);
        none = checked("tags/none", none);
    }

    private static List<Tag> checked(String field, List<Tag> tags) {
        Limits.atMost(field, tags, Limits.TAGS);
        for (var i = 0; i < tags.size(); i++) {
            Limits.text(field + "/" + i + "/key", tags.get(i).key(), Limits.TAG_KEY);
            Limits.atMost(field + "/" + i + "/value", tags.get(i).value(), Limits.TAG_VALUE);
        }
        return tags.stream().distinct().toList();
    }

    /** Whether only resources with some tag fit. */
    boolean demands() {
        return !all.isEmpty() || !any.isEmpty();
    }
}
