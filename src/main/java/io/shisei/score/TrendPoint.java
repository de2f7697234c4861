package io.shisei.score;

import io.shisei.database.Instants;
import io.shisei.finding.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a control right after a scan, or after an operator's choice.
 *
 * @param coverage 0 to 100 then
 * @param staleAccounts how many accounts were not scanned on that day, and count with what they had
 * @param overdue findings that should have been mended by then; null without a deadline, or before they were counted
 */
public record TrendPoint(
        Instant at,
        Counts counts,
        double coverage,
        int staleAccounts,
        @Nullable Long overdue) {

    /** Of one account. */
    public TrendPoint(Instant at, Counts counts, double coverage) {
        this(at, counts, coverage, 0, null);
    }

    /** From a row of a control's trend. */
    public static TrendPoint read(ResultSet row) throws SQLException {
        return new TrendPoint(
                Instants.read(row, "at"),
                Counts.read(row, ""),
                coverage(row),
                row.getInt("stale_accounts"),
                row.getObject("overdue", Long.class));
    }

    /** As points of all trends have it, with one decimal. */
    public static double coverage(ResultSet row) throws SQLException {
        return Math.round(row.getDouble("coverage") * 10) / 10.0;
    }
}
