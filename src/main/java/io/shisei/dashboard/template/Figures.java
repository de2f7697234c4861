package io.shisei.dashboard.template;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers and moments are written, the same in both languages. */
final class Figures {

    private Figures() {}

    /** {@code 12,345}. */
    static String number(@Nullable Object number) {
        var value = number == null ? 0 : ((Number) number).longValue();
        return Math.abs(value) < 1000 ? Long.toString(value) : String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 97.3%}, {@code 100%}, {@code 71%} of what is whole by itself; a dash where there is none. */
    static String percent(@Nullable Object share) {
        if (share == null) {
            return "–";
        }
        if (share instanceof Integer) {
            return share + "%";
        }
        var value = ((Number) share).doubleValue();
        return value == 0 || value == 100 ? (int) value + "%" : String.format(Locale.ROOT, "%.1f%%", value);
    }

    /** {@code ▲ +2.5}, {@code ▼ −12.1}, {@code 0.0}; a dash where there is nothing to compare with. */
    static String change(@Nullable Object points) {
        if (points == null) {
            return "–";
        }
        var value = ((Number) points).doubleValue();
        var text = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        return value == 0 ? text : (value > 0 ? "▲ +" : "▼ −") + text;
    }

    /** {@code 2026-07-01 09:30 UTC}. */
    static String moment(@Nullable Object at) {
        return at == null ? "" : ((Instant) at).toString().substring(0, 16).replace('T', ' ') + " UTC";
    }
}
