package io.shisei.dashboard.finding;

import io.shisei.control.Text;
import io.shisei.dashboard.Documents;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.Transition;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history of a finding, as its page shows it. */
final class Changes {
    private Changes() {}

    /** One change; {@code prefix} begins the messages that name {@code from} and {@code to}. */
    record Change(
            Instant at,
            Transition.What what,
            String prefix,
            @Nullable String from,
            String to,
            Text reason,
            @Nullable ArchiveReason archiveReason,
            @Nullable UUID scanId,
            @Nullable UUID recheckId,
            @Nullable String username,
            @Nullable String note,
            List<Field> fields) {}

    /** A field of the resource, as JSON; null where it was not there. */
    record Field(
            String name, @Nullable String before, @Nullable String after) {}

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
                fields(it, documents));
    }

    private static String prefix(Transition.What what) {
        return switch (what) {
            case COMPLIANCE_STATUS -> "compliance.";
            case WORKFLOW_STATUS -> "workflow.";
            case RECORD_STATE -> "record.";
        };
    }

    private static List<Field> fields(Transition transition, Documents documents) {
        if (transition.what() == Transition.What.WORKFLOW_STATUS) {
            // The change of the verdict beside it shows what changed in the resource.
            return List.of();
        }
        return new TreeMap<>(transition.change())
                .entrySet().stream()
                        .map(it -> new Field(
                                it.getKey(),
                                json(it.getValue().before(), documents),
                                json(it.getValue().after(), documents)))
                        .toList();
    }

    private static @Nullable String json(@Nullable Object value, Documents documents) {
        return value == null ? null : documents.json(value);
    }
}
