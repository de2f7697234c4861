package io.shisei.scan;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.shisei.coverage.Coverage;
import io.shisei.inventory.Source;
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
        asked(coverage.service(), coverage.calls(), coverage.retries(), coverage.throttles());
        count("shisei.gaps", coverage.service(), gaps(coverage));
    }

    /** Counts what reading one resource of a service again took. */
    public void asked(String service, Source.Collected collected) {
        asked(service, collected.calls(), collected.retries(), collected.throttles());
    }

    private void asked(String service, long calls, long retries, long throttles) {
        count("shisei.calls", service, calls);
        count("shisei.retries", service, retries);
        count("shisei.throttles", service, throttles);
    }

    private void count(String name, String service, long number) {
        meters.counter(name, "service", service.toLowerCase(Locale.ROOT)).increment(number);
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
