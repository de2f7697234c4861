package io.shisei.finding.sum;

import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/**
 * How many active findings of a control say what.
 *
 * @param open those that are not suppressed
 * @param hidden those that are
 */
public record StatusSum(Counts open, Counts hidden) {

    public static final StatusSum NONE = new StatusSum(Counts.NONE, Counts.NONE);

    /** What {@link #read} reads, of rows of {@code finding_sum}. */
    static final String ADD_UP = """
            sum(passed)::bigint as passed, sum(failed)::bigint as failed, sum(unknown)::bigint as unknown, 0 as suppressed,
            sum(suppressed_passed)::bigint as hidden_passed, sum(suppressed_failed)::bigint as hidden_failed,
            sum(suppressed - suppressed_passed - suppressed_failed)::bigint as hidden_unknown, 0 as hidden_suppressed
            """;

    static StatusSum read(ResultSet row) throws SQLException {
        return new StatusSum(Counts.read(row, ""), Counts.read(row, "hidden_"));
    }

    /** The active ones, those that are suppressed counted only as such. */
    public Counts counts() {
        return open.plus(hidden).hiding(hidden);
    }

    /** Of {@code counts}, those that say one of these, or all where there are none; what is unknown is counted as WARNING. */
    public static long of(Counts counts, Collection<ComplianceStatus> statuses) {
        return (statuses.isEmpty() || statuses.contains(ComplianceStatus.PASSED) ? counts.passed() : 0)
                + (statuses.isEmpty() || statuses.contains(ComplianceStatus.FAILED) ? counts.failed() : 0)
                + (statuses.isEmpty() || statuses.contains(ComplianceStatus.WARNING) ? counts.unknown() : 0);
    }
}
