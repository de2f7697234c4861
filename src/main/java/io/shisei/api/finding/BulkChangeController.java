package io.shisei.api.finding;

import io.shisei.api.Known;
import io.shisei.api.finding.WorkflowBodies.BulkChange;
import io.shisei.api.finding.WorkflowBodies.BulkPreview;
import io.shisei.api.finding.WorkflowBodies.BulkResult;
import io.shisei.api.finding.WorkflowBodies.Change;
import io.shisei.finding.workflow.Workflow;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people say of all findings that a filter finds. */
@RestController
@RequestMapping("/api/v1/findings/workflow")
@Tag(name = "Findings")
class BulkChangeController {

    private final Known known;
    private final Workflow workflow;

    BulkChangeController(Known known, Workflow workflow) {
        this.known = known;
        this.workflow = workflow;
    }

    @PostMapping("/preview")
    @Needs(Permission.READ)
    @Operation(summary = "Show what a change of all findings of the list's filters would do; nothing is changed")
    BulkPreview preview(@ParameterObject FindingQuery query, @Valid @RequestBody Change change, Principal user) {
        var preview = workflow.preview(query.filter(known, user.getName()), change.wanted(user.getName()));
        return BulkPreview.of(preview);
    }

    @PostMapping
    @Needs(Permission.OPERATE)
    @Operation(
            summary = "Change all findings of the list's filters",
            description =
                    "Nothing is changed unless the filters find as many as `expected`, which the preview tells, and at"
                            + " most 50,000. A finding that something else changes meanwhile is skipped.")
    BulkResult change(@ParameterObject FindingQuery query, @Valid @RequestBody BulkChange change, Principal user) {
        var filter = query.filter(known, user.getName());
        return BulkResult.of(
                workflow.changeAll(filter, change.wanted(user.getName()), change.expected(), user.getName()));
    }
}
