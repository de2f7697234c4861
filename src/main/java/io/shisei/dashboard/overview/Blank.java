package io.shisei.dashboard.overview;

import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.Scan;
import io.shisei.score.StandardPoint;
import io.shisei.score.StandardScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the first page where nothing has been judged yet.
 *
 * @param last the newest scan, which came to nothing or goes on; null before the first
 * @param scannable the account that can be scanned; null where it is not a single one
 */
record Blank(@Nullable Scan last, @Nullable String scannable) {

    /** Answers null where something is there to be shown. */
    static @Nullable Blank of(
            StandardScore score, List<StandardPoint> points, CircleChoice.Choice choice, List<Scan> newest) {
        return score.judged() > 0 || !points.isEmpty()
                ? null
                : new Blank(newest.isEmpty() ? null : newest.getFirst(), scannable(choice));
    }

    private static @Nullable String scannable(CircleChoice.Choice choice) {
        var chosen = choice.circle().account();
        var possible = choice.accounts().stream()
                .filter(it -> chosen == null || it.selected())
                .filter(it -> !it.retired() && !it.id().equals(SampleAccount.ID))
                .toList();
        return possible.size() == 1 ? possible.getFirst().id() : null;
    }
}
