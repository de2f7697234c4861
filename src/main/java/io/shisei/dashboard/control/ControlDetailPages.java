package io.shisei.dashboard.control;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.finding.WorkflowStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ControlDetailPages {
    private final Controls controls;
    private final CircleChoice circles;
    private final ControlDetail page;

    ControlDetailPages(Controls controls, CircleChoice circles, ControlDetail page) {
        this.controls = controls;
        this.circles = circles;
        this.page = page;
    }

    @GetPage("/controls/{id}")
    String show(
            @PathVariable ControlId id,
            @RequestParam(required = false) @Nullable String ou,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "90") int days,
            Locale locale,
            Model model) {
        page.fill(model, controls.find(id).orElseThrow(), circles.of(ou, account), days, locale);
        model.addAttribute("unsuppressed", WorkflowStatus.OPEN);
        return "controls/control";
    }
}
