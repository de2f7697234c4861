package io.shisei.api.finding;

import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.workflow.ChangePreview;
import io.shisei.finding.workflow.Outcome;
import io.shisei.finding.workflow.Outcomes;
import io.shisei.finding.workflow.WorkflowChange;
import io.shisei.paging.Page;
import io.shisei.refusal.Limits;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people say of findings, as the API takes it. */
final class WorkflowBodies {

    private static final String ASSIGNEE = "Who is to mend it: a name, `me` for who calls, or null for nobody";

    private WorkflowBodies() {}

    /** What is absent stays; at least one of them is to be there. */
    @Schema(name = "FindingChange")
    record Change(
            @Nullable WorkflowStatus workflowStatus,

            @Schema(maxLength = Limits.NAME, description = ASSIGNEE) @Nullable
            Optional<String> assignee,

            @Nullable @Size(max = Limits.NOTE) String note) {

        WorkflowChange wanted(String user) {
            return WorkflowChange.of(workflowStatus, assignee, note, user);
        }
    }

    /** The same of many findings; {@code expected} is how many the filters find, as the preview told. */
    @Schema(name = "FindingBulkChange")
    record BulkChange(
            @Nullable WorkflowStatus workflowStatus,

            @Schema(maxLength = Limits.NAME, description = ASSIGNEE) @Nullable
            Optional<String> assignee,

            @Nullable @Size(max = Limits.NOTE) String note,

            @NotNull @PositiveOrZero Long expected) {

        WorkflowChange wanted(String user) {
            return WorkflowChange.of(workflowStatus, assignee, note, user);
        }
    }

    /** So many of the findings that the filters find are of one control, severity or account. */
    @Schema(name = "FindingBulkShare")
    record Share(String id, long findings) {}

    /**
     * What a change would do.
     *
     * @param total how many the filters find: the change expects this number, and is refused where it is AT_LEAST
     * @param skipped how many would stay as they are, by why
     */
    @Schema(name = "FindingBulkPreview")
    record BulkPreview(
            Page.Total total,
            long changed,
            Map<Outcome, Long> skipped,
            List<Share> controls,
            List<Share> severities,
            List<Share> accounts) {

        static BulkPreview of(ChangePreview preview) {
            return new BulkPreview(
                    preview.total(),
                    preview.changed(),
                    preview.skipped(),
                    shares(preview.by(ChangePreview.Part::controlId)),
                    shares(preview.by(ChangePreview.Part::severity)),
                    shares(preview.by(ChangePreview.Part::accountId)));
        }

        private static List<Share> shares(Map<?, Long> counts) {
            return counts.entrySet().stream()
                    .map(it -> new Share(it.getKey().toString(), it.getValue()))
                    .toList();
        }
    }

    /** What was done; {@code skipped} counts what stayed as it is, by why. */
    @Schema(name = "FindingBulkResult")
    record BulkResult(long changed, Map<Outcome, Long> skipped) {

        static BulkResult of(Outcomes outcomes) {
            return new BulkResult(outcomes.changed(), outcomes.skipped());
        }
    }
}
