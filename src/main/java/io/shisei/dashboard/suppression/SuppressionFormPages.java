package io.shisei.dashboard.suppression;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.Words;
import io.shisei.finding.Findings;
import io.shisei.finding.sum.FailingPast;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.score.DayZone;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.suppression.Suppression;
import io.shisei.suppression.SuppressionPreview;
import io.shisei.suppression.SuppressionPreviews;
import io.shisei.suppression.Suppressions;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a rule is written, or written anew. */
@Controller
class SuppressionFormPages {
    private static final int SHOWN = 20;

    private final Suppressions suppressions;
    private final SuppressionPreviews previews;
    private final Findings findings;
    private final DayZone days;

    SuppressionFormPages(Suppressions suppressions, SuppressionPreviews previews, Findings findings, DayZone days) {
        this.suppressions = suppressions;
        this.previews = previews;
        this.findings = findings;
        this.days = days;
    }

    /** What a rule would do, or why it cannot be; neither while nothing is filled in. */
    record Shown(
            @Nullable SuppressionPreview preview, @Nullable FormProblem problem) {

        /** The first of the last days, and those on which the number was another than the day before. */
        public List<FailingPast.Day> turns() {
            if (preview == null || preview.past() == null) {
                return List.of();
            }
            var days = preview.past().days();
            return IntStream.range(0, days.size())
                    .filter(day -> day == 0
                            || days.get(day).failed() != days.get(day - 1).failed())
                    .mapToObj(days::get)
                    .toList();
        }
    }

    /** @param finding the one to begin with */
    @GetPage("/suppressions/new")
    @Needs(Permission.OPERATE)
    String create(@RequestParam(required = false) @Nullable UUID finding, Principal user, Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", begun(finding, user.getName()));
        }
        return form(null, model);
    }

    private SuppressionForm begun(@Nullable UUID finding, String owner) {
        return finding == null
                ? SuppressionForm.begun(days.now(), owner)
                : SuppressionForm.of(findings.find(finding).orElseThrow(), days.now(), owner);
    }

    @GetPage("/suppressions/{id}/edit")
    @Needs(Permission.OPERATE)
    String edit(@PathVariable UUID id, Model model) {
        var rule = suppressions.find(id).orElseThrow();
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", SuppressionForm.of(rule, days.zone()));
        }
        return form(rule, model);
    }

    private String form(@Nullable Suppression edited, Model model) {
        var form = (SuppressionForm) Objects.requireNonNull(model.getAttribute("form"));
        model.addAttribute("edited", edited);
        model.addAttribute("zone", days.zone());
        model.addAttribute("shown", shown(form));
        return "suppressions/form";
    }

    private Shown shown(SuppressionForm form) {
        try {
            return new Shown(form.named() ? previews.of(form.match(), PageRequest.first(SHOWN)) : null, null);
        } catch (Refusal.Invalid refused) {
            return new Shown(null, FormProblem.of(refused));
        }
    }

    /**
     * A form may be too long for an address: the page that shows what it would do comes after this.
     *
     * @param id of the rule that is edited; absent for a new one
     */
    @PostMapping("/suppressions/preview")
    @Needs(Permission.READ)
    String preview(
            @RequestParam(required = false) @Nullable UUID id,
            @ModelAttribute("form") SuppressionForm form,
            RedirectAttributes flash) {
        flash.addFlashAttribute("form", form);
        return id == null ? "redirect:/suppressions/new" : "redirect:/suppressions/" + id + "/edit";
    }

    @PostMapping("/suppressions")
    @Needs(Permission.OPERATE)
    String add(@ModelAttribute("form") SuppressionForm form, Principal user, RedirectAttributes flash) {
        try {
            return kept(suppressions.create(form.toPlan(days.zone(), null), user.getName()), flash);
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused, form);
            return "redirect:/suppressions/new";
        }
    }

    @PostMapping("/suppressions/{id}/edit")
    @Needs(Permission.OPERATE)
    String change(
            @PathVariable UUID id,
            @RequestParam int version,
            @ModelAttribute("form") SuppressionForm form,
            Principal user,
            RedirectAttributes flash) {
        try {
            var before =
                    suppressions.find(id).map(rule -> rule.plan().expiresAt()).orElse(null);
            var plan = form.toPlan(days.zone(), before);
            return kept(suppressions.edit(id, version, plan, Words.orNull(form.note()), user.getName()), flash);
        } catch (Refusal.Invalid | Refusal.Stale | Refusal.Conflict refused) {
            FormProblem.leave(flash, refused, form);
            return "redirect:/suppressions/" + id + "/edit";
        }
    }

    private static String kept(Suppression rule, RedirectAttributes flash) {
        var waits = rule.state() == Suppression.State.PENDING;
        Notice.leave(flash, waits ? "notice.suppression.waits" : "notice.suppression.kept", "");
        return "redirect:/suppressions/" + rule.id();
    }
}
