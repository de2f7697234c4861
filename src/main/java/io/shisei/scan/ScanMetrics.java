package io.shisei.scan;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.shisei.coverage.Coverage;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What scans come to, for those who watch the service: units, calls, gaps, and how old each account's figures are. */
@Component
public class ScanMetrics {

    private static final List<String> STATES = List.of("queued", "running", "done", "failed");

    private final ScanFigures figures;
    private final MeterRegistry meters;
    private final MultiGauge sinceComplete;

    ScanMetrics(ScanFigures figures, MeterRegistry meters) {
        this.figures = figures;
        this.meters = meters;
        STATES.forEach(state -> Gauge.builder(
                        "shisei.units", () -> read().units().getOrDefault(state, 0L))
                .description("Units of scans; done and failed: those that ended within 24 hours")
                .tag("state", state)
                .register(meters));
        Gauge.builder("shisei.units.oldest.age", () -> read().oldestOpenSeconds())
                .description("Age of the oldest unit that has not ended; 0 when there is none")
                .baseUnit("seconds")
                .register(meters);
        sinceComplete = MultiGauge.builder("shisei.account.since.complete.scan")
                .description("Time since the account's last scan without gaps ended, or since it is being watched")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Counts what one service of a unit took. */
    public void read(Coverage coverage) {
        var service = coverage.service().toLowerCase(Locale.ROOT);
        meters.counter("shisei.calls", "service", service).increment(coverage.calls());
        meters.counter("shisei.retries", "service", service).increment(coverage.retries());
        meters.counter("shisei.throttles", "service", service).increment(coverage.throttles());
        meters.counter("shisei.gaps", "service", service).increment(gaps(coverage));
    }

    /** One for each resource that a gap concerns, and one for each listing that failed. */
    private static long gaps(Coverage coverage) {
        return coverage.gaps().stream()
                .mapToLong(gap -> Math.max(1, gap.resources()))
                .sum();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        read();
    }

    /** Leaves the gauges of accounts as they are: a scrape under way would show one that is replaced twice, and fail. */
    private ScanFigures.Figures read() {
        var now = figures.read();
        sinceComplete.register(
                now.sinceCompleteSeconds().keySet().stream().map(this::row).toList());
        return now;
    }

    private MultiGauge.Row<?> row(String account) {
        return MultiGauge.Row.of(
                Tags.of("account", account),
                () -> figures.read().sinceCompleteSeconds().getOrDefault(account, Double.NaN));
    }
}
