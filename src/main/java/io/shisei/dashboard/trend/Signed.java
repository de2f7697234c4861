package io.shisei.dashboard.trend;

import org.jspecify.annotations.Nullable;

/**
 * By how much a number changed, as it is written: {@code +3}, {@code −2}, {@code ±0}; a dash where nobody knows.
 *
 * @param way {@code up}, {@code down} or {@code same}
 */
public record Signed(String text, String way) {

    public static Signed of(@Nullable Integer change) {
        if (change == null) {
            return new Signed("–", "same");
        }
        return switch (Integer.signum(change)) {
            case 1 -> new Signed("+" + change, "up");
            case -1 -> new Signed("−" + -change, "down");
            default -> new Signed("±0", "same");
        };
    }
}
