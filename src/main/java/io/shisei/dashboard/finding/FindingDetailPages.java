package io.shisei.dashboard.finding;

import io.shisei.dashboard.Documents;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.Words;
import io.shisei.dashboard.choice.AccountChoice;
import io.shisei.dashboard.suppression.SuppressionForm;
import io.shisei.finding.Findings;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.workflow.Workflow;
import io.shisei.finding.workflow.WorkflowChange;
import io.shisei.refusal.Refusal;
import io.shisei.score.DayZone;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.security.user.Users;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class FindingDetailPages {
    private final Findings findings;
    private final Workflow workflow;
    private final Explanation explanation;
    private final AccountChoice accounts;
    private final Documents documents;
    private final Users users;
    private final DayZone days;

    FindingDetailPages(
            Findings findings,
            Workflow workflow,
            Explanation explanation,
            AccountChoice accounts,
            Documents documents,
            Users users,
            DayZone days) {
        this.findings = findings;
        this.workflow = workflow;
        this.explanation = explanation;
        this.accounts = accounts;
        this.documents = documents;
        this.users = users;
        this.days = days;
    }

    @GetPage("/findings/{id}")
    String show(@PathVariable UUID id, Principal user, Locale locale, Model model) {
        var finding = findings.find(id).orElseThrow();
        var now = days.now();
        model.addAttribute("finding", finding);
        model.addAttribute("now", now.toInstant());
        model.addAttribute("accountName", accounts.name(finding.accountId()));
        model.addAttribute("statuses", WorkflowStatus.values());
        model.addAttribute("people", users.list());
        explanation.fill(model, finding, locale);
        model.addAttribute("changes", Changes.of(findings.history(id), documents));
        if (finding.suppressionId() == null) {
            model.addAttribute("suppressing", SuppressionForm.of(finding, now, user.getName()));
            model.addAttribute("zone", days.zone());
        }
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form", new WorkflowForm(finding.workflowStatus(), finding.assignee(), null, finding.version()));
        }
        return "findings/finding";
    }

    /** @param assignee blank: nobody; null: who it is */
    record WorkflowForm(
            WorkflowStatus status,
            @Nullable String assignee,
            @Nullable String note,
            int version) {

        WorkflowChange wanted(String user) {
            var name = assignee == null ? null : Optional.ofNullable(Words.orNull(assignee));
            return WorkflowChange.of(status, name, Words.orNull(note), user);
        }

        WorkflowForm of(int other) {
            return new WorkflowForm(status, assignee, note, other);
        }
    }

    @PostMapping("/findings/{id}/workflow")
    @Needs(Permission.OPERATE)
    String change(
            @PathVariable UUID id,
            @RequestParam WorkflowStatus status,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String note,
            Principal user,
            RedirectAttributes flash) {
        var form = new WorkflowForm(status, assignee, note, version);
        try {
            workflow.change(id, version, form.wanted(user.getName()), user.getName());
            Notice.leave(flash, "notice.finding.changed", "");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            FormProblem.leave(flash, refused, form);
        } catch (Refusal.Stale stale) {
            var now = findings.find(id).orElseThrow().version();
            FormProblem.leave(flash, stale, form.of(now));
        }
        return "redirect:/findings/" + id + "#workflow";
    }
}
