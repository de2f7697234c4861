package io.shisei.dashboard.account;

import io.shisei.account.AccountCode;
import io.shisei.account.Registration;
import io.shisei.account.trial.AccessTrial;
import io.shisei.account.trial.TriedStep;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.refusal.Refusal;
import io.shisei.sample.SampleAccount;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The path on which an account comes under watch. */
@Controller
class OnboardingPages {
    private final AccessTrial trial;
    private final Registration registration;
    private final RoleStack stack;
    private final SampleAccount sample;

    OnboardingPages(AccessTrial trial, Registration registration, RoleStack stack, SampleAccount sample) {
        this.trial = trial;
        this.registration = registration;
        this.stack = stack;
        this.sample = sample;
    }

    @GetPage("/accounts/new")
    @Needs(Permission.ADMINISTER)
    String path(Model model) {
        var form = Objects.requireNonNullElseGet((AccountForm) model.getAttribute("form"), AccountForm::proposed);
        var tried = Objects.requireNonNullElse((Tried) model.getAttribute("tried"), Tried.NOTHING);
        model.addAttribute("form", form);
        model.addAttribute("steps", tried.steps());
        model.addAttribute("stack", stack.of(tried.principal(), form.externalId()));
        model.addAttribute("sample", sample.progress());
        return "accounts/new";
    }

    /** What was tried last. */
    record Tried(List<TriedStep> steps) {
        static final Tried NOTHING = new Tried(AccessTrial.untried());

        /** Null while it is not known. */
        @Nullable
        String principal() {
            return steps().getFirst().found();
        }
    }

    @PostMapping("/accounts/trial")
    @Needs(Permission.ADMINISTER)
    String attempt(@ModelAttribute("form") AccountForm form, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("tried", new Tried(trial.of(form.access())));
            flash.addFlashAttribute("form", form);
            return "redirect:/accounts/new#path"; // which stands below the form on a phone
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused, form);
            return "redirect:/accounts/new";
        }
    }

    @PostMapping("/accounts")
    @Needs(Permission.ADMINISTER)
    String add(@ModelAttribute("form") AccountForm form, RedirectAttributes flash) {
        try {
            var account = registration.register(form.wanted());
            Notice.leave(flash, "notice.account.added", account.name() + " (" + account.id() + ")");
            return "redirect:/accounts/" + account.id();
        } catch (Refusal refused) {
            FormProblem.leave(flash, refused, form);
            if (refused.code() == AccountCode.ACCESS_REFUSED) { // the path tells at which step
                flash.addFlashAttribute("tried", new Tried(trial.of(form.access())));
            }
            return "redirect:/accounts/new";
        }
    }
}
