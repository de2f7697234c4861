package io.shisei.scan.unit;

import io.shisei.refusal.Told;
import io.shisei.scan.ScanCode;

/**
 * A try at a unit.
 *
 * @param number counts the tries, this one included
 * @param failures how many of those before broke off with an error; of the others the worker died
 */
public record Attempt(int number, int failures) {

    /** After so many errors a unit is given up. */
    private static final int FAILURES = 3;

    /** A worker's death is seldom its unit's fault, but a unit that kills each worker must end too. */
    private static final int DEATHS = 10;

    public boolean isTooMany() {
        return failures >= FAILURES || deaths() >= DEATHS;
    }

    private int deaths() {
        return number - 1 - failures;
    }

    Told problem() {
        return failures >= FAILURES
                ? Told.of(ScanCode.UNIT_BROKE_OFF, failures)
                : Told.of(ScanCode.UNIT_DIED, deaths());
    }
}
