package io.shisei.finding.history;

import io.shisei.finding.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/** So many findings passed from one count to another, for the same cause. */
public record Reason(MoveCause cause, Counted was, Counted became, long findings) implements Comparable<Reason> {

    private static final Comparator<Reason> ORDER =
            Comparator.comparing(Reason::cause).thenComparing(Reason::was).thenComparing(Reason::became);

    public static Reason read(ResultSet row) throws SQLException {
        return new Reason(
                MoveCause.valueOf(row.getString("cause")),
                Counted.valueOf(row.getString("was")),
                Counted.valueOf(row.getString("became")),
                row.getLong("findings"));
    }

    /** What it adds to each count, less than nothing where it takes away. */
    public Counts effect() {
        return of(became, findings).plus(of(was, -findings));
    }

    private static Counts of(Counted count, long findings) {
        return switch (count) {
            case PASSED -> new Counts(findings, 0, 0, 0);
            case FAILED -> new Counts(0, findings, 0, 0);
            case UNKNOWN -> new Counts(0, 0, findings, 0);
            case SUPPRESSED -> new Counts(0, 0, 0, findings);
            case NONE -> Counts.NONE;
        };
    }

    @Override
    public int compareTo(Reason other) {
        return ORDER.compare(this, other);
    }
}
