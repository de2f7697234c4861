package io.shisei.dashboard.scan;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long something took, as a watch shows it: {@code 0:43}, {@code 1:02:03}. */
final class Spans {
    private Spans() {}

    /**
     * @param end null: it goes on
     * @return null when it has not begun
     */
    static @Nullable String between(@Nullable Instant begin, @Nullable Instant end, Instant now) {
        return begin == null ? null : text(Duration.between(begin, end == null ? now : end));
    }

    static String text(Duration span) {
        var known = span.isNegative() ? Duration.ZERO : span;
        var minutes = "%02d:%02d".formatted(known.toMinutesPart(), known.toSecondsPart());
        return known.toHours() > 0 ? known.toHours() + ":" + minutes : minutes.replaceFirst("^0", "");
    }
}
