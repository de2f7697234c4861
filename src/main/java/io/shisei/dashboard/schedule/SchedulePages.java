package io.shisei.dashboard.schedule;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.Zones;
import io.shisei.dashboard.account.OuChoice;
import io.shisei.dashboard.choice.AccountChoice;
import io.shisei.dashboard.choice.AccountOption;
import io.shisei.refusal.Refusal;
import io.shisei.schedule.MissedRuns;
import io.shisei.schedule.Schedules;
import io.shisei.schedule.timetable.Rhythm;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
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
class SchedulePages {
    private final Schedules schedules;
    private final AccountChoice accounts;
    private final OuChoice ous;
    private final ScheduleRows rows;

    SchedulePages(Schedules schedules, AccountChoice accounts, OuChoice ous, ScheduleRows rows) {
        this.schedules = schedules;
        this.accounts = accounts;
        this.ous = ous;
        this.rows = rows;
    }

    @GetPage("/schedules")
    String list(Locale reader, Model model) {
        model.addAttribute("rows", rows.all(ous.sizes(), reader));
        return "schedules/list";
    }

    @GetPage("/schedules/new")
    @Needs(Permission.ADMINISTER)
    String create(Locale reader, Model model) {
        return form(model, null, ScheduleForm.NEW, reader);
    }

    @GetPage("/schedules/{id}")
    String edit(@PathVariable UUID id, Locale reader, Model model) {
        var schedule = schedules.find(id).orElseThrow();
        model.addAttribute("schedule", schedule);
        return form(model, id, ScheduleForm.of(schedule), reader);
    }

    @GetPage("/schedules/preview")
    String preview(@ModelAttribute("form") ScheduleForm form, Locale reader, Model model) {
        model.addAttribute("preview", rows.preview(form, reader));
        return "schedules/form :: preview";
    }

    @PostMapping("/schedules")
    @Needs(Permission.ADMINISTER)
    String add(@ModelAttribute("form") ScheduleForm form, RedirectAttributes flash) {
        return keep(null, form, "/schedules/new", flash);
    }

    @PostMapping("/schedules/{id}")
    @Needs(Permission.ADMINISTER)
    String change(@PathVariable UUID id, @ModelAttribute("form") ScheduleForm form, RedirectAttributes flash) {
        return keep(id, form, "/schedules/" + id, flash);
    }

    @PostMapping("/schedules/{id}/enabled")
    @Needs(Permission.ADMINISTER)
    String enable(@PathVariable UUID id, @RequestParam boolean enabled, RedirectAttributes flash) {
        var it = schedules.find(id).orElseThrow();
        schedules.change(id, it.plan().enabled(enabled));
        Notice.leave(flash, enabled ? "notice.schedule.enabled" : "notice.schedule.disabled", it.name());
        return "redirect:/schedules";
    }

    @PostMapping("/schedules/{id}/run")
    @Needs(Permission.OPERATE)
    String run(@PathVariable UUID id, RedirectAttributes flash) {
        var run = schedules.runNow(id);
        Notice.leave(
                flash,
                "notice.schedule.ran",
                ScheduleRows.startedBy(run) + "/" + run.accounts().size());
        return "redirect:/schedules/" + id + "#runs";
    }

    @GetPage("/schedules/{id}/delete")
    @Needs(Permission.ADMINISTER)
    String confirm(@PathVariable UUID id, Model model) {
        model.addAttribute("schedule", schedules.find(id).orElseThrow());
        return "schedules/delete";
    }

    @PostMapping("/schedules/{id}/delete")
    @Needs(Permission.ADMINISTER)
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        schedules.delete(id);
        Notice.leave(flash, "notice.schedule.deleted", "");
        return "redirect:/schedules";
    }

    private String form(Model model, @Nullable UUID id, ScheduleForm initial, Locale reader) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", initial);
        }
        var form = (ScheduleForm) Objects.requireNonNull(model.getAttribute("form"));
        model.addAttribute("id", id);
        model.addAttribute("zones", Zones.all());
        model.addAttribute("options", options(form));
        model.addAttribute("ous", OuChoice.all(form.chosenOus(), ous.sizes()));
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("rhythms", Rhythm.Often.values());
        model.addAttribute("policies", MissedRuns.values());
        model.addAttribute("preview", rows.preview(form, reader));
        model.addAttribute("runs", id == null ? List.of() : rows.runs(id));
        return "schedules/form";
    }

    /** Retired accounts are offered only where they are chosen already. */
    private List<AccountOption> options(ScheduleForm form) {
        return accounts.of(null).options().stream()
                .filter(it -> !it.retired() || form.chosen().contains(it.id()))
                .toList();
    }

    private String keep(@Nullable UUID id, ScheduleForm form, String page, RedirectAttributes flash) {
        try {
            var plan = form.toPlan();
            var kept = id == null ? schedules.create(plan) : schedules.change(id, plan);
            Notice.leave(flash, "notice.schedule.kept", kept.name());
            return "redirect:/schedules";
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused, form);
            return "redirect:" + page;
        }
    }
}
