package io.shisei.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Active findings of a control by verdict; suppressed ones are counted only as such. */
public record Counts(long passed, long failed, long unknown, long suppressed) {

    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /** From columns whose names begin so. */
    public static Counts read(ResultSet row, String prefix) throws SQLException {
        return new Counts(
                row.getLong(prefix + "passed"),
                row.getLong(prefix + "failed"),
                row.getLong(prefix + "unknown"),
                row.getLong(prefix + "suppressed"));
    }

    /** The control score: 100 × passed ÷ (passed + failed), with one decimal; null when there is neither. */
    public @Nullable Double score() {
        var judged = passed + failed;
        return judged == 0 ? null : Math.round(1000.0 * passed / judged) / 10.0;
    }

    /** These, after {@code hidden} of them are suppressed. */
    public Counts hiding(Counts hidden) {
        return new Counts(
                passed - hidden.passed,
                failed - hidden.failed,
                unknown - hidden.unknown,
                suppressed + hidden.passed + hidden.failed + hidden.unknown);
    }

    /** These, if none were suppressed; {@code hidden} are the suppressed ones by verdict. */
    public Counts revealing(Counts hidden) {
        return new Counts(passed + hidden.passed, failed + hidden.failed, unknown + hidden.unknown, 0);
    }

    public Counts minus(Counts other) {
        return new Counts(
                passed - other.passed, failed - other.failed, unknown - other.unknown, suppressed - other.suppressed);
    }

    public Counts plus(Counts other) {
        return new Counts(
                passed + other.passed, failed + other.failed, unknown + other.unknown, suppressed + other.suppressed);
    }
}
