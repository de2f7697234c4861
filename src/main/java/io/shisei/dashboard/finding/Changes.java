package io.shisei.dashboard.finding;

import io.shisei.control.Text;
import io.shisei.dashboard.Documents;
import io.shisei.dashboard.resource.Difference;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.history.Transition;
import io.shisei.finding.rule.RuleEffect;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history of a finding, as its page shows it. */
final class Changes {
    private Changes() {}

    /** One change; {@code prefix} begins the messages that name {@code from} and {@code to}, empty where they speak for themselves. */
    record Change(
            Instant at,
            Transition.What what,
            String prefix,
            @Nullable String from,
            @Nullable String to,
            Text reason,
            @Nullable ArchiveReason archiveReason,
            @Nullable UUID scanId,
            @Nullable UUID recheckId,
            @Nullable String username,
            @Nullable String note,
            @Nullable UUID suppressionId,
            @Nullable RuleEffect suppressionEffect,
            @Nullable UUID settingChangeId,
            List<Difference> differences) {}

    static List<Change> of(List<Transition> history, Documents documents) {
        return history.stream().map(it -> of(it, documents)).toList();
    }

    private static Change of(Transition it, Documents documents) {
        return new Change(
                it.at(),
                it.what(),
                prefix(it.what()),
                it.from(),
                it.to(),
                it.reason(),
                it.archiveReason(),
                it.scanId(),
                it.recheckId(),
                it.username(),
                it.note(),
                it.suppressionId(),
                it.suppressionEffect(),
                it.settingChangeId(),
                differences(it, documents));
    }

    private static String prefix(Transition.What what) {
        return switch (what) {
            case COMPLIANCE_STATUS -> "compliance.";
            case WORKFLOW_STATUS -> "workflow.";
            case RECORD_STATE -> "record.";
            case ASSIGNEE, NOTE -> "";
        };
    }

    private static List<Difference> differences(Transition transition, Documents documents) {
        if (!transition.what().ofResource()) {
            // The change of the verdict beside it shows what changed in the resource.
            return List.of();
        }
        return Difference.of(transition.differences(), documents);
    }
}
