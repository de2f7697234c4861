package io.shisei.dashboard;

import io.shisei.account.RegionId;
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
            words.stream().filter(word -> !RegionId.fits(word)).findFirst().ifPresent(word -> {
                throw new ScheduleForm.Incomplete(new Problem("problem.region", word, "regions", null));
            });
        }
        return words;
    }
}
