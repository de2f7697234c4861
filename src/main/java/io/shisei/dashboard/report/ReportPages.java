package io.shisei.dashboard.report;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.dashboard.trend.Period;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ReportPages {

    private final Controls controls;
    private final CircleChoice circles;
    private final StandardReport ofStandard;
    private final ControlReport ofControl;
    private final Clock clock;

    ReportPages(
            Controls controls, CircleChoice circles, StandardReport ofStandard, ControlReport ofControl, Clock clock) {
        this.controls = controls;
        this.circles = circles;
        this.ofStandard = ofStandard;
        this.ofControl = ofControl;
        this.clock = clock;
    }

    @GetPage("/reports/standards/{id}")
    String standard(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String ou,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "30") int days,
            Locale locale,
            Model model) {
        var standard = controls.standard(id).orElseThrow();
        var choice = circles.of(ou, account);
        var period = begin(model, choice, days);
        ofStandard.fill(model, standard, choice.circle(), period, locale);
        return "reports/standard";
    }

    @GetPage("/reports/accounts/{id}")
    String account(@PathVariable String id, @RequestParam(defaultValue = "30") int days, Locale locale, Model model) {
        return standard(Standard.FSBP, null, id, days, locale, model);
    }

    @GetPage("/reports/controls/{id}")
    String control(
            @PathVariable ControlId id,
            @RequestParam(required = false) @Nullable String ou,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "30") int days,
            Model model) {
        var control = controls.find(id).orElseThrow();
        var choice = circles.of(ou, account);
        var period = begin(model, choice, days);
        ofControl.fill(model, control, choice.circle(), period);
        return "reports/control";
    }

    private Period begin(Model model, CircleChoice.Choice choice, int days) {
        var period = Period.of(days, clock);
        model.addAttribute("choice", choice);
        model.addAttribute("periods", Period.CHOICES);
        model.addAttribute("days", days);
        model.addAttribute("period", period);
        model.addAttribute("now", clock.instant());
        return period;
    }
}
