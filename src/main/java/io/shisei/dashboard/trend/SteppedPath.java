package io.shisei.dashboard.trend;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line as an SVG path: what was found holds until the next finding; the line breaks where there is none. */
final class SteppedPath {

    private final StringBuilder path = new StringBuilder();
    private @Nullable Double drawn; // where the pen stands, null while it is lifted

    /** @param y null: nothing is known from here on */
    SteppedPath turn(double x, @Nullable Double y) {
        if (Objects.equals(y, drawn)) {
            return this;
        }
        if (drawn != null) {
            path.append('H').append(tenths(x));
        }
        if (y != null) {
            path.append(drawn == null ? "M" + tenths(x) + " " : "V").append(tenths(y));
        }
        drawn = y;
        return this;
    }

    /** The path, which goes on until there; empty when nothing was ever known. */
    String end(double x) {
        turn(x, null);
        return path.toString();
    }

    /** Finer than a screen shows. */
    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
