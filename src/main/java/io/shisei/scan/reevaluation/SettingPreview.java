package io.shisei.scan.reevaluation;

import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Counts;
import io.shisei.score.ScoreChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a setting would do now to findings of its control.
 *
 * @param moves those of which something else would be said, the most first
 * @param resources how many stored resources were judged for this
 * @param unjudged places that were left out, as judging them would take long: what is said there is counted as it is
 * @param unread places of which what the control reads is not stored: only the next scan would tell
 * @param now the control's findings, in the account of the setting or in all
 * @param then as they would be
 * @param scores of each standard there
 */
public record SettingPreview(
        List<Move> moves, long resources, int unjudged, int unread, Counts now, Counts then, List<ScoreChange> scores) {

    /** So many findings; null where nothing is said, or would be. */
    public record Move(
            @Nullable ComplianceStatus from, @Nullable ComplianceStatus to, long findings) {}

    public boolean complete() {
        return unjudged == 0 && unread == 0;
    }
}
