package io.shisei.api.finding;

import io.shisei.api.Language;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Transition;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.inventory.DocumentDifference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a finding, as the API shows it; {@code cause} is why it moved scores, null where it did not;
 * {@code change} has the changed fields of the resource as they were and became, {@code differences} what changed in
 * them; {@code settingChangeId} is a change of the control's settings.
 */
record TransitionItem(
        long id,
        Instant at,
        Transition.What what,
        @Nullable String from,
        @Nullable String to,
        String reason,
        @Nullable ArchiveReason archiveReason,
        @Nullable MoveCause cause,
        @Nullable UUID scanId,
        @Nullable UUID recheckId,
        @Nullable String username,
        @Nullable String note,
        @Nullable UUID suppressionId,
        @Nullable RuleEffect suppressionEffect,
        @Nullable UUID settingChangeId,
        Map<String, Transition.Change> change,
        List<DocumentDifference> differences) {

    static TransitionItem of(Transition transition, Language language) {
        return new TransitionItem(
                transition.id(),
                transition.at(),
                transition.what(),
                transition.from(),
                transition.to(),
                language.of(transition.reason()),
                transition.archiveReason(),
                transition.cause(),
                transition.scanId(),
                transition.recheckId(),
                transition.username(),
                transition.note(),
                transition.suppressionId(),
                transition.suppressionEffect(),
                transition.settingChangeId(),
                transition.change(),
                transition.differences());
    }
}
