package io.shisei.dashboard.finding;

import io.shisei.dashboard.Words;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.workflow.WorkflowChange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of many findings, as it was filled in. Its names are unlike those of the filters, which come with it.
 *
 * @param newStatus null: each keeps its own
 * @param newAssignee blank: each keeps its own
 * @param nobody whether nobody is to be assigned any more
 */
record BulkForm(
        @Nullable WorkflowStatus newStatus,
        @Nullable String newAssignee,
        @Nullable Boolean nobody,
        @Nullable String note) {

    static final BulkForm EMPTY = new BulkForm(null, null, null, null);

    WorkflowChange wanted(String user) {
        return WorkflowChange.of(newStatus, assignee(), Words.orNull(note), user);
    }

    private @Nullable Optional<String> assignee() {
        var name = Words.orNull(newAssignee);
        return name != null ? Optional.of(name) : Boolean.TRUE.equals(nobody) ? Optional.empty() : null;
    }
}
