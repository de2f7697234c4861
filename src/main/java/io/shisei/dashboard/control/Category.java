package io.shisei.dashboard.control;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A category as pages name it, level by level.
 *
 * @param codes the messages that name the levels, the outermost first
 */
public record Category(List<String> codes) {

    private static final int GROUP_LEVELS = 2;

    /** @param text as Security Hub writes it, {@code Protect > Secure network configuration}; capitals differ from page to page */
    public static Category of(String text) {
        return new Category(Stream.of(text.split(">")).map(Category::code).toList());
    }

    /** The category under which it stands in lists. */
    public Category group() {
        return new Category(codes.stream().limit(GROUP_LEVELS).toList());
    }

    private static String code(String level) {
        return "category."
                + level.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", " ")
                        .strip()
                        .replace(' ', '-');
    }
}
