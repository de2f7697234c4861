package io.shisei.score;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.shisei.control.CatalogueRead;
import io.shisei.control.Controls;
import io.shisei.score.ScoreFigures.Figure;
import io.shisei.score.ScoreFigures.Figures;
import io.shisei.score.ScoreFigures.InAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * How well all is kept, for those who watch it elsewhere: of each control and standard over all accounts, and of each
 * standard in each account. There is none of each control in each account: they would be too many.
 */
@Component
class ScoreMetrics {

    private final ScoreFigures figures;
    private final Controls controls;
    private final MeterRegistry meters;
    private final List<PerAccount> perAccount;
    private volatile Figures shown = Figures.UNKNOWN;

    /** What is shown of a figure. */
    private record Shown(String name, Tags tags, String description, ToDoubleFunction<Figure> value) {}

    private record PerAccount(MultiGauge gauges, ToDoubleFunction<Figure> value) {}

    ScoreMetrics(ScoreFigures figures, Controls controls, MeterRegistry meters) {
        this.figures = figures;
        this.controls = controls;
        this.meters = meters;
        this.perAccount = all("shisei.account", "controls").stream()
                .map(each -> new PerAccount(
                        MultiGauge.builder(each.name())
                                .description(each.description())
                                .tags(each.tags())
                                .register(meters),
                        each.value()))
                .toList();
    }

    private static List<Shown> all(String of, String counted) {
        var counts = of + "." + counted;
        return List.of(
                new Shown(of + ".score", Tags.empty(), "Score, 0 to 100", Figure::score),
                new Shown(of + ".coverage", Tags.empty(), "Percentage of checks that could be made", Figure::coverage),
                new Shown(of + ".overdue", Tags.empty(), "Findings that should have been mended", Figure::overdue),
                new Shown(counts, Tags.of("status", "passed"), "By status", Figure::passed),
                new Shown(counts, Tags.of("status", "failed"), "By status", Figure::failed),
                new Shown(counts, Tags.of("status", "unknown"), "By status", Figure::unknown));
    }

    private void register(Shown shown, String label, String id, Function<Figures, Map<String, Figure>> of) {
        Gauge.builder(
                        shown.name(),
                        () -> shown.value().applyAsDouble(of.apply(read()).getOrDefault(id, Figure.NONE)))
                .description(shown.description())
                .tags(shown.tags().and(label, id))
                .register(meters);
    }

    @EventListener(CatalogueRead.class)
    void begin() {
        controls.all()
                .forEach(control -> all("shisei.control", "findings")
                        .forEach(each -> register(each, "control", control.id().value(), Figures::controls)));
        controls.standards()
                .forEach(standard -> all("shisei.standard", "controls")
                        .forEach(each -> register(each, "standard", standard.id(), Figures::standards)));
        read();
    }

    /** Accounts come and go: whatever is scraped looks after their gauges. */
    private Figures read() {
        var now = figures.read();
        if (now != shown) {
            shown = now;
            perAccount.forEach(each -> each.gauges().register(rows(each, now)));
        }
        return now;
    }

    private List<MultiGauge.Row<?>> rows(PerAccount each, Figures now) {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        now.accounts().keySet().forEach(key -> rows.add(row(each, key)));
        return rows;
    }

    private MultiGauge.Row<?> row(PerAccount each, InAccount key) {
        return MultiGauge.Row.of(
                Tags.of("account", key.accountId(), "standard", key.standardId()),
                () -> each.value().applyAsDouble(figures.read().accounts().getOrDefault(key, Figure.NONE)));
    }
}
