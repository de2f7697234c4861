package io.shisei.dashboard.control;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.remediation.Remedies;
import io.shisei.control.setting.Values;
import io.shisei.dashboard.Documents;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.dashboard.trend.Period;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one control shows. */
@Component
class ControlDetail {

    private final Controls controls;
    private final ControlTrend trend;
    private final ControlFindings findings;
    private final Remedies remedies;
    private final Documents documents;
    private final Clock clock;

    ControlDetail(
            Controls controls,
            ControlTrend trend,
            ControlFindings findings,
            Remedies remedies,
            Documents documents,
            Clock clock) {
        this.controls = controls;
        this.trend = trend;
        this.findings = findings;
        this.remedies = remedies;
        this.documents = documents;
        this.clock = clock;
    }

    void fill(Model model, Control control, CircleChoice.Choice choice, int days, Locale locale) {
        var circle = choice.circle();
        var period = Period.of(days, clock);
        model.addAttribute("choice", choice);
        model.addAttribute("periods", Period.CHOICES);
        model.addAttribute("days", days);
        model.addAttribute("about", ControlAbout.of(control, controls.standards(), documents, locale));
        trend.fill(model, control.id(), circle, period);
        fillFindings(model, control, findings.of(control.id(), circle), locale);
        fillSettings(model, control, circle.account());
    }

    private void fillFindings(Model model, Control control, ControlFindings.Kept found, Locale locale) {
        model.addAttribute("score", found.score());
        var failing = found.failing().items();
        var first = failing.isEmpty() ? null : failing.getFirst();
        model.addAttribute("now", clock.instant());
        model.addAttribute("failing", found.failing());
        model.addAttribute("unknown", found.unknown());
        model.addAttribute("overdue", found.overdue());
        model.addAttribute("first", first);
        model.addAttribute("remedy", remedies.of(control, first == null ? null : first.failing(), locale));
    }

    private void fillSettings(Model model, Control control, @Nullable String account) {
        var settings = controls.settingsOf(control.id());
        var setting = settings.of(control, account);
        model.addAttribute("said", settings.said(control.id()));
        model.addAttribute("parameters", ParameterField.of(control, Values.NONE, setting, null));
        model.addAttribute("conditions", conditions(control.id(), setting));
    }

    private List<ConditionView> conditions(ControlId control, Controls.Setting setting) {
        return controls.conditions(control).stream()
                .map(condition -> ConditionView.of(condition, setting.parameters()))
                .toList();
    }
}
