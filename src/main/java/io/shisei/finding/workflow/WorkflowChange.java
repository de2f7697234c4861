package io.shisei.finding.workflow;

import io.shisei.finding.FindingFilter.Assignees;
import io.shisei.finding.WorkflowStatus;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of findings: what is null stays.
 *
 * @param assignee who is to mend it; empty: nobody
 * @param note kept with the change, or by itself; blank is none
 */
public record WorkflowChange(
        @Nullable WorkflowStatus status,
        @Nullable Optional<String> assignee,
        @Nullable String note) {

    /** @throws Refusal.Invalid when all is null, the assignee is blank or a filter's word, or a text is too long */
    public WorkflowChange {
        note = note == null || note.isBlank() ? null : note;
        if (status == null && assignee == null && note == null) {
            throw new Refusal.Invalid(WorkflowCode.NOTHING_TO_CHANGE, null);
        }
        if (assignee != null) {
            assignee.ifPresent(WorkflowChange::checkName);
        }
        Limits.atMost("note", note, Limits.NOTE);
    }

    private static void checkName(String name) {
        Limits.text("assignee", name, Limits.NAME);
        if (Set.of(Assignees.NONE, Assignees.ME).contains(name)) {
            throw new Refusal.Invalid(WorkflowCode.ASSIGNEE_IS_A_WORD, "assignee", name);
        }
    }

    /** @param user whom the word {@code me} means */
    public static WorkflowChange of(
            @Nullable WorkflowStatus status, @Nullable Optional<String> assignee, @Nullable String note, String user) {
        var named = assignee == null
                ? null
                : assignee.map(String::strip).map(name -> name.equals(Assignees.ME) ? user : name);
        return new WorkflowChange(status, named, note);
    }

    public static WorkflowChange to(WorkflowStatus status, @Nullable String note) {
        return new WorkflowChange(status, null, note);
    }
}
