package io.shisei.dashboard.account;

import io.shisei.control.setting.Said;
import io.shisei.dashboard.scan.MissingReads;
import io.shisei.dashboard.trend.Chart;
import io.shisei.dashboard.trend.Signed;
import io.shisei.scan.Scan;
import io.shisei.score.StandardScore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account with all that there is to say of it.
 *
 * @param week by how much the score moved within seven days
 * @param lastComplete the last scan with nothing missing; null where there was none
 * @param staleSince since when it was not scanned, where that is long; else null
 * @param missing what the last scan that has ended could not read
 * @param said of controls for this account alone
 */
record AccountView(
        AccountRow account,
        StandardScore score,
        Signed week,
        Chart chart,
        List<Scan> scans,
        @Nullable Scan lastComplete,
        @Nullable Instant staleSince,
        MissingReads.View missing,
        List<Said> said) {

    /** The newest scan, whether it has ended or not; null before the first. */
    public @Nullable Scan last() {
        return scans.isEmpty() ? null : scans.getFirst();
    }

    /** Whether it can be read as a whole, and is. */
    public boolean healthy() {
        var last = last();
        return account.problem() == null
                && last != null
                && last.problem() == null
                && staleSince == null
                && missing.lines().isEmpty();
    }
}
