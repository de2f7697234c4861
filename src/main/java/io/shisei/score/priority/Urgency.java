package io.shisei.score.priority;

import io.shisei.control.Severity;
import java.time.Duration;

/**
 * How urgent it is to pass a control: its severity, times how many findings fail, times how old they are. A severity counts
 * about three times the next; ten times as many findings count as much again as one does; a year doubles. So a few new
 * findings of a critical control come before thousands of a low one, and the old before the new of the same: see
 * docs/adr/0110.
 */
final class Urgency {

    private static final double YEAR = 365;

    private Urgency() {}

    static double of(Severity severity, long failing, Duration age) {
        var days = Math.clamp(age.toDays(), 0, YEAR);
        return weight(severity) * (1 + Math.log10(Math.max(1, failing))) * (1 + days / YEAR);
    }

    private static double weight(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 100;
            case HIGH -> 30;
            case MEDIUM -> 10;
            case LOW -> 3;
            case INFORMATIONAL -> 1;
        };
    }
}
