package io.shisei.dashboard.deadline;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.Words;
import io.shisei.dashboard.choice.AccountChoice;
import io.shisei.deadline.Deadline;
import io.shisei.deadline.Deadlines;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class DeadlinePages {
    private final Deadlines deadlines;
    private final AccountChoice accounts;

    DeadlinePages(Deadlines deadlines, AccountChoice accounts) {
        this.deadlines = deadlines;
        this.accounts = accounts;
    }

    @GetPage("/deadlines")
    String list(Model model) {
        model.addAttribute("deadlines", deadlines.list());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("accounts", accounts.of(null).options());
        model.addAttribute("most", Deadline.MOST_DAYS);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", DeadlineForm.EMPTY);
        }
        return "deadlines/list";
    }

    @PostMapping("/deadlines")
    @Needs(Permission.ADMINISTER)
    String put(@ModelAttribute("form") DeadlineForm form, RedirectAttributes flash) {
        try {
            deadlines.put(form.toDeadline());
            Notice.leave(flash, "notice.deadline.kept", "");
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused, form);
        }
        return "redirect:/deadlines";
    }

    @PostMapping("/deadlines/remove")
    @Needs(Permission.ADMINISTER)
    String remove(
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable ControlId controlId,
            @RequestParam(required = false) @Nullable String accountId,
            RedirectAttributes flash) {
        deadlines.remove(severity, controlId, Words.orNull(accountId));
        Notice.leave(flash, "notice.deadline.removed", "");
        return "redirect:/deadlines";
    }
}
