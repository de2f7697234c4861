package io.shisei.dashboard.control;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ControlDetailPages {
    private final Controls controls;
    private final ControlDetail page;

    ControlDetailPages(Controls controls, ControlDetail page) {
        this.controls = controls;
        this.page = page;
    }

    @GetPage("/controls/{id}")
    String show(
            @PathVariable ControlId id,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "90") int days,
            Model model) {
        var control = controls.find(id).orElseThrow();
        page.fill(model, control, account, days);
        @SuppressWarnings("unchecked")
        var typed = (Map<String, String>) model.asMap().get("typed");
        model.addAttribute("unsuppressed", ControlFindings.COUNTED);
        model.addAttribute("parameters", ParameterField.of(control, controls.setting(id), typed));
        return "controls/control";
    }

    @PostMapping("/controls/{id}/enabled")
    @Needs(Permission.ADMINISTER)
    String enable(@PathVariable ControlId id, @RequestParam boolean enabled, RedirectAttributes flash) {
        controls.change(id, enabled, null);
        Notice.leave(flash, enabled ? "notice.control.enabled" : "notice.control.disabled", id.value());
        return "redirect:/controls/" + id;
    }

    @PostMapping("/controls/{id}/parameters")
    @Needs(Permission.ADMINISTER)
    String change(@PathVariable ControlId id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        var control = controls.find(id).orElseThrow();
        try {
            var values = new HashMap<String, @Nullable Object>();
            control.parameters().forEach((name, parameter) -> {
                var text = form.getOrDefault("p." + name, "");
                values.put(name, ParameterField.value(parameter, text));
            });
            controls.change(id, null, values);
            Notice.leave(flash, "notice.control.changed", id.value());
        } catch (Refusal.Invalid refused) {
            flash.addFlashAttribute(FormProblem.ATTRIBUTE, FormProblem.of(refused));
            flash.addFlashAttribute("typed", form);
        }
        return "redirect:/controls/" + id + "#parameters";
    }
}
