package io.shisei.dashboard.control;

import io.shisei.control.Control;
import io.shisei.control.Controls;
import io.shisei.control.Difference;
import io.shisei.control.Example;
import io.shisei.control.Severity;
import io.shisei.dashboard.AccountChoice;
import io.shisei.dashboard.Documents;
import io.shisei.dashboard.trend.Chart;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Repair;
import io.shisei.dashboard.trend.StepList;
import io.shisei.finding.history.Movements;
import io.shisei.finding.sum.RepairSums;
import io.shisei.score.Scores;
import io.shisei.score.Stale;
import io.shisei.score.TrendPoint;
import io.shisei.score.Trends;
import io.shisei.score.step.Steps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one control shows. */
@Component
class ControlDetail {
    private static final int MOVEMENTS = 50;

    private final Scores scores;
    private final Trends trends;
    private final RepairSums repairs;
    private final Steps steps;
    private final Movements movements;
    private final ControlFindings lists;
    private final AccountChoice accounts;
    private final Controls controls;
    private final Documents documents;
    private final Clock clock;

    ControlDetail(
            Scores scores,
            Trends trends,
            RepairSums repairs,
            Steps steps,
            Movements movements,
            ControlFindings lists,
            AccountChoice accounts,
            Controls controls,
            Documents documents,
            Clock clock) {
        this.scores = scores;
        this.trends = trends;
        this.repairs = repairs;
        this.steps = steps;
        this.movements = movements;
        this.lists = lists;
        this.accounts = accounts;
        this.controls = controls;
        this.documents = documents;
        this.clock = clock;
    }

    record About(
            String id,
            String title,
            String remediation,
            Severity severity,
            String category,
            @Nullable Difference differs,
            String resourceType,
            List<String> reads,
            List<String> actions,
            List<Sample> examples,
            @Nullable LocalDate retired) {}

    /** An example of the catalogue, its document as YAML. */
    record Sample(String name, Example.Outcome expected, String document) {}

    void fill(Model model, Control control, @Nullable String account, int days) {
        var choice = accounts.of(account);
        var period = Period.of(days, clock);
        var trend = trends.control(control.id(), choice.selected(), period.from(), period.to());
        model.addAttribute("choice", choice);
        model.addAttribute("periods", Period.CHOICES);
        model.addAttribute("days", days);
        model.addAttribute("about", about(control, LocaleContextHolder.getLocale()));
        model.addAttribute(
                "score",
                Objects.requireNonNull(scores.controls(choice.selected()).get(control.id())));
        model.addAttribute("repair", repair(control, choice.selected(), period));
        model.addAttribute("chart", Chart.ofControl(trend, period, documents));
        model.addAttribute("steps", steps(control, choice.selected(), trend, period));
        model.addAttribute(
                "movements", movements.newest(control.id(), choice.selected(), period.from(), period.to(), MOVEMENTS));
        var both = lists.of(control.id(), choice.selected());
        model.addAttribute("failing", both.failing());
        model.addAttribute("unknown", both.unknown());
    }

    private Repair repair(Control control, @Nullable String account, Period period) {
        var sums = repairs.byControl(account, period.firstDay(), period.lastDay());
        return Repair.of(sums.get(control.id()), clock.instant());
    }

    private StepList steps(Control control, @Nullable String account, List<TrendPoint> trend, Period period) {
        return new StepList(
                steps.control(control.id(), account, period.from(), period.to()),
                control.id().value(),
                null,
                account,
                Stale.since(account, trend.stream().map(TrendPoint::at).toList(), period.to()),
                trend.isEmpty() ? 0 : trend.getLast().staleAccounts());
    }

    private About about(Control control, Locale locale) {
        return new About(
                control.id().value(),
                control.title().in(locale),
                control.remediation().in(locale),
                control.severity(),
                control.category(),
                control.differs(),
                String.join(", ", control.types()),
                List.copyOf(new TreeSet<>(control.reads())),
                List.copyOf(new TreeSet<>(control.actions())),
                control.examples().stream()
                        .map(it -> new Sample(it.name(), it.expected(), documents.yaml(it)))
                        .toList(),
                retired(control));
    }

    private @Nullable LocalDate retired(Control control) {
        return controls.standards().stream()
                .map(standard -> standard.retired().get(control.id()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
