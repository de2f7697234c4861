package io.shisei.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the regions that people type. */
final class RegionWords {
    private RegionWords() {}

    /**
     * Null when none is named.
     *
     * @throws ScheduleForm.Incomplete when a word cannot be a region
     */
    static @Nullable List<String> listOrNull(@Nullable String text) {
        var words = Words.listOrNull(text);
        if (words != null) {
            words.stream()
                    .filter(word -> !word.matches("[a-z]{2,}(-[a-z]+)+-\\d{1,2}"))
                    .findFirst()
                    .ifPresent(word -> {
                        throw new ScheduleForm.Incomplete(new Problem("problem.region", word, "regions", null));
                    });
        }
        return words;
    }
}
