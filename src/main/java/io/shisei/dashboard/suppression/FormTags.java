package io.shisei.dashboard.suppression;

import io.shisei.dashboard.Words;
import io.shisei.finding.rule.TagMatch;
import io.shisei.finding.rule.TagMatch.Tag;
import io.shisei.refusal.Refusal;
import io.shisei.suppression.SuppressionCode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tags as people type them, one a line: {@code key=value}, or {@code key} alone where any value will do. */
final class FormTags {
    private FormTags() {}

    /** A key may hold an equals sign, which would end it here. */
    static String of(List<Tag> tags) {
        return tags.stream()
                .map(tag -> tag.value() == null ? tag.key() : tag.key() + "=" + tag.value())
                .collect(Collectors.joining("\n"));
    }

    /** @throws Refusal.Invalid when a line has no key, or a text is too long */
    static TagMatch read(@Nullable String all, @Nullable String any, @Nullable String none) {
        return new TagMatch(read("tagsAll", all), read("tagsAny", any), read("tagsNone", none));
    }

    private static List<Tag> read(String field, @Nullable String text) {
        return text == null
                ? List.of()
                : Words.lines(text).stream().map(line -> tag(field, line)).toList();
    }

    private static Tag tag(String field, String line) {
        var parts = line.split("=", 2);
        if (parts[0].isBlank()) {
            throw new Refusal.Invalid(SuppressionCode.NOT_A_TAG, field, line);
        }
        return new Tag(parts[0].strip(), parts.length == 1 ? null : parts[1].strip());
    }
}
