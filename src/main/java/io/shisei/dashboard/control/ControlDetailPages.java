package io.shisei.dashboard.control;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.setting.Values;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

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
        model.addAttribute("unsuppressed", ControlFindings.COUNTED);
        var settings = controls.settingsOf(id);
        model.addAttribute("said", settings.said(id));
        model.addAttribute(
                "parameters",
                ParameterField.of(control, Values.NONE, settings.of(control, Words.orNull(account)), null));
        return "controls/control";
    }
}
