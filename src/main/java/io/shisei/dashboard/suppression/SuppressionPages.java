package io.shisei.dashboard.suppression;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.Words;
import io.shisei.finding.Findings;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.suppression.Suppression;
import io.shisei.suppression.SuppressionPreview;
import io.shisei.suppression.Suppressions;
import java.security.Principal;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SuppressionPages {
    private static final int SHOWN = 20;

    private final Suppressions suppressions;
    private final Findings findings;
    private final Clock clock;

    SuppressionPages(Suppressions suppressions, Findings findings, Clock clock) {
        this.suppressions = suppressions;
        this.findings = findings;
        this.clock = clock;
    }

    /** A rule, and how many findings it hides. */
    record Row(Suppression rule, long hidden) {}

    /** What a rule would do, or why it cannot be; neither while nothing is filled in. */
    record Shown(
            @Nullable SuppressionPreview preview, @Nullable FormProblem problem) {}

    record EndForm(@Nullable String note) {}

    @GetPage("/suppressions")
    String list(Model model) {
        var hidden = findings.hiddenByRule();
        model.addAttribute(
                "rows",
                suppressions.list().stream()
                        .map(it -> new Row(it, hidden.getOrDefault(it.id(), 0L)))
                        .toList());
        return "suppressions/list";
    }

    /** @param finding the one to begin with */
    @GetPage("/suppressions/new")
    String create(@RequestParam(required = false) @Nullable UUID finding, Principal user, Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", begun(finding, user.getName()));
        }
        var form = (SuppressionForm) Objects.requireNonNull(model.getAttribute("form"));
        model.addAttribute("shown", shown(form));
        return "suppressions/form";
    }

    private SuppressionForm begun(@Nullable UUID finding, String owner) {
        return finding == null
                ? SuppressionForm.begun(clock.instant(), owner)
                : SuppressionForm.of(findings.find(finding).orElseThrow(), clock.instant(), owner);
    }

    private Shown shown(SuppressionForm form) {
        try {
            return new Shown(form.named() ? suppressions.preview(form.match(), PageRequest.first(SHOWN)) : null, null);
        } catch (Refusal.Invalid refused) {
            return new Shown(null, FormProblem.of(refused));
        }
    }

    /** A form may be too long for an address: the page that shows what it would do comes after this. */
    @PostMapping("/suppressions/preview")
    @Needs(Permission.READ)
    String preview(@ModelAttribute("form") SuppressionForm form, RedirectAttributes flash) {
        flash.addFlashAttribute("form", form);
        return "redirect:/suppressions/new";
    }

    @PostMapping("/suppressions")
    @Needs(Permission.OPERATE)
    String add(@ModelAttribute("form") SuppressionForm form, Principal user, RedirectAttributes flash) {
        try {
            var created = suppressions.create(form.toPlan(), user.getName());
            Notice.leave(flash, "notice.suppression.kept", "");
            return "redirect:/suppressions/" + created.id();
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused, form);
            return "redirect:/suppressions/new";
        }
    }

    @GetPage("/suppressions/{id}")
    String show(@PathVariable UUID id, Model model) {
        var rule = suppressions.find(id).orElseThrow();
        model.addAttribute("rule", rule);
        model.addAttribute("hidden", findings.hiddenBy(id, PageRequest.first(SHOWN)));
        model.addAttribute("changes", suppressions.history(id));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new EndForm(null));
        }
        return "suppressions/suppression";
    }

    @PostMapping("/suppressions/{id}/end")
    @Needs(Permission.OPERATE)
    String end(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String note,
            Principal user,
            RedirectAttributes flash) {
        try {
            suppressions.end(id, version, Words.orNull(note), user.getName());
            Notice.leave(flash, "notice.suppression.ended", "");
        } catch (Refusal.Invalid | Refusal.Stale | Refusal.Conflict refused) {
            FormProblem.leave(flash, refused, new EndForm(note));
        }
        return "redirect:/suppressions/" + id;
    }
}
