package io.shisei.score.step;

import io.shisei.finding.Counts;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** So many findings passed from one count to another. */
public record Reason(MoveCause cause, Counted was, Counted became, long findings) implements Comparable<Reason> {

    private static final Comparator<Reason> ORDER =
            Comparator.comparing(Reason::cause).thenComparing(Reason::was).thenComparing(Reason::became);

    /** Those of each day. */
    static Map<LocalDate, List<Reason>> byDay(JdbcClient.StatementSpec query) {
        var reasons = new HashMap<LocalDate, List<Reason>>();
        query.query(row -> {
            reasons.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
                    .add(new Reason(
                            MoveCause.valueOf(row.getString("cause")),
                            Counted.valueOf(row.getString("was")),
                            Counted.valueOf(row.getString("became")),
                            row.getLong("findings")));
        });
        return reasons;
    }

    /** What it adds to each count, less than nothing where it takes away. */
    Counts effect() {
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
