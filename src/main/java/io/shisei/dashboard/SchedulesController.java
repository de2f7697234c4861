package io.shisei.dashboard;

import io.shisei.schedule.Cron;
import io.shisei.schedule.InvalidCron;
import io.shisei.schedule.Schedule;
import io.shisei.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SchedulesController {
    private static final int RUNS = 10;

    private final Schedules schedules;
    private final AccountChoice accounts;
    private final Clock clock;

    SchedulesController(Schedules schedules, AccountChoice accounts, Clock clock) {
        this.schedules = schedules;
        this.accounts = accounts;
        this.clock = clock;
    }

    record Row(
            UUID id,
            String name,
            String cron,
            String zone,
            @Nullable List<String> accountIds,
            boolean enabled,
            @Nullable Instant lastRunAt,
            List<Instant> next) {}

    /** The next runs, or why there are none. */
    record Preview(List<Instant> runs, @Nullable Problem problem) {}

    @GetMapping("/schedules")
    String list(Model model) {
        model.addAttribute("rows", schedules.list().stream().map(this::row).toList());
        return "schedules/list";
    }

    @GetMapping("/schedules/new")
    String create(Model model) {
        return form(model, null, ScheduleForm.NEW);
    }

    @GetMapping("/schedules/{id}")
    String edit(@PathVariable UUID id, Model model) {
        return form(model, id, ScheduleForm.of(schedules.find(id).orElseThrow()));
    }

    @GetMapping("/schedules/preview")
    String preview(@RequestParam String cron, @RequestParam String zone, Model model) {
        model.addAttribute("preview", preview(cron, zone));
        return "schedules/form :: preview";
    }

    @PostMapping("/schedules")
    String add(@ModelAttribute("form") ScheduleForm form, RedirectAttributes flash) {
        return keep(null, form, "/schedules/new", flash);
    }

    @PostMapping("/schedules/{id}")
    String change(@PathVariable UUID id, @ModelAttribute("form") ScheduleForm form, RedirectAttributes flash) {
        return keep(id, form, "/schedules/" + id, flash);
    }

    @PostMapping("/schedules/{id}/enabled")
    String enable(@PathVariable UUID id, @RequestParam boolean enabled, RedirectAttributes flash) {
        var it = schedules.find(id).orElseThrow();
        schedules.change(id, new Schedule.Plan(it.name(), it.cron(), it.accountIds(), enabled));
        Notice.leave(flash, enabled ? "notice.schedule.enabled" : "notice.schedule.disabled", it.name());
        return "redirect:/schedules";
    }

    @GetMapping("/schedules/{id}/delete")
    String confirm(@PathVariable UUID id, Model model) {
        model.addAttribute("schedule", row(schedules.find(id).orElseThrow()));
        return "schedules/delete";
    }

    @PostMapping("/schedules/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        schedules.delete(id);
        Notice.leave(flash, "notice.schedule.deleted", "");
        return "redirect:/schedules";
    }

    private String form(Model model, @Nullable UUID id, ScheduleForm initial) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", initial);
        }
        var form = (ScheduleForm) java.util.Objects.requireNonNull(model.getAttribute("form"));
        model.addAttribute("id", id);
        model.addAttribute("zones", Zones.all());
        model.addAttribute("options", accounts.of(null).options());
        model.addAttribute("preview", preview(form.cronText(), form.zoneText()));
        return "schedules/form";
    }

    private String keep(@Nullable UUID id, ScheduleForm form, String page, RedirectAttributes flash) {
        try {
            var plan = form.toPlan();
            var kept = id == null ? schedules.create(plan) : schedules.change(id, plan);
            Notice.leave(flash, "notice.schedule.kept", kept.name());
            return "redirect:/schedules";
        } catch (ScheduleForm.Incomplete incomplete) {
            flash.addFlashAttribute(Problem.ATTRIBUTE, incomplete.problem());
        } catch (InvalidCron invalid) {
            flash.addFlashAttribute(Problem.ATTRIBUTE, Problem.of(invalid));
        }
        flash.addFlashAttribute("form", form);
        return "redirect:" + page;
    }

    private Preview preview(String cron, String zone) {
        try {
            return new Preview(Cron.parse(cron, zone).next(clock.instant(), RUNS), null);
        } catch (InvalidCron invalid) {
            return new Preview(List.of(), Problem.of(invalid));
        }
    }

    private Row row(Schedule it) {
        var cron = it.cron();
        return new Row(
                it.id(),
                it.name(),
                cron.expression(),
                cron.zone().getId(),
                it.accountIds(),
                it.enabled(),
                it.lastRunAt(),
                it.enabled() ? cron.next(clock.instant(), 3) : List.of());
    }
}
