package io.shisei.dashboard.control;

import io.shisei.account.Accounts;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.setting.Level;
import io.shisei.control.setting.SettingChange;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.scan.reevaluation.Reevaluation;
import io.shisei.scan.reevaluation.Reevaluations;
import io.shisei.scan.reevaluation.SettingPreviews;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class ControlSettingsPages {
    private static final int CHANGES = 50;

    private final Controls controls;
    private final LevelChoice levels;
    private final SettingPreviews previews;
    private final Reevaluations reevaluations;
    private final Accounts accounts;

    ControlSettingsPages(
            Controls controls,
            LevelChoice levels,
            SettingPreviews previews,
            Reevaluations reevaluations,
            Accounts accounts) {
        this.controls = controls;
        this.levels = levels;
        this.previews = previews;
        this.reevaluations = reevaluations;
        this.accounts = accounts;
    }

    /** @param at the level; without it: everywhere */
    @GetPage("/controls/{id}/settings")
    String show(
            @PathVariable ControlId id,
            @RequestParam(required = false) @Nullable String at,
            Locale locale,
            Model model) {
        var control = controls.find(id).orElseThrow();
        var level = Level.parse(at);
        var settings = controls.settingsOf(id);
        var around = settings.around(control, level);
        var typed = typed(model);
        var here = settings.at(id, level);
        model.addAttribute("id", id);
        model.addAttribute("controlTitle", control.title().in(locale));
        model.addAttribute("level", level);
        model.addAttribute("choice", levels.of(level));
        model.addAttribute("around", around);
        model.addAttribute("enabled", typed == null ? text(here.enabled()) : typed.getOrDefault("enabled", ""));
        model.addAttribute("note", typed == null ? "" : typed.getOrDefault("note", ""));
        model.addAttribute("parameters", ParameterField.of(control, here, around, typed));
        var said = settings.said(id);
        model.addAttribute("said", said);
        model.addAttribute(
                "emptyUnits",
                accounts.empty(said.stream()
                        .flatMap(it -> Stream.ofNullable(it.level().ou()))
                        .toList()));
        model.addAttribute("changes", changes(id));
        return "controls/settings";
    }

    /** A form may be too long for an address: the page that shows what it would do comes after this. */
    @PostMapping("/controls/{id}/settings/preview")
    @Needs(Permission.READ)
    String preview(@PathVariable ControlId id, @RequestParam Map<String, String> typed, RedirectAttributes flash) {
        var form = SettingForm.of(typed);
        flash.addFlashAttribute("typed", typed);
        try {
            var values = form.values(controls.find(id).orElseThrow());
            flash.addFlashAttribute("preview", previews.preview(id, form.level(), values));
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused);
        }
        return back(id, form.level());
    }

    @PostMapping("/controls/{id}/settings")
    @Needs(Permission.ADMINISTER)
    String say(
            @PathVariable ControlId id,
            @RequestParam Map<String, String> typed,
            Principal user,
            RedirectAttributes flash) {
        var form = SettingForm.of(typed);
        try {
            var values = form.values(controls.find(id).orElseThrow());
            controls.say(id, form.level(), values, form.note(), user.getName());
            Notice.leave(flash, "notice.control.changed", id.value());
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused);
            flash.addFlashAttribute("typed", typed);
        }
        return back(id, form.level());
    }

    private Page<SettingRows.Change> changes(ControlId id) {
        var changes = controls.settingHistory(id, PageRequest.first(CHANGES));
        var progress = reevaluations.progress(
                changes.items().stream().map(SettingChange::id).toList());
        return changes.map(it -> SettingRows.Change.of(it, progress.getOrDefault(it.id(), Reevaluation.NONE)));
    }

    private static String back(ControlId id, Level level) {
        var page = UriComponentsBuilder.fromPath("/controls/{id}/settings");
        if (!level.everywhere()) {
            page.queryParam("at", "{at}");
        }
        return "redirect:" + page.encode().build(id.value(), level.toString());
    }

    private static String text(@Nullable Boolean value) {
        return value == null ? "" : value.toString();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, String> typed(Model model) {
        return (Map<String, String>) model.asMap().get("typed");
    }
}
