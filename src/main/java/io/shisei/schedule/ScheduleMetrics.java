package io.shisei.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what became of runs, and of the accounts in them. */
@Component
class ScheduleMetrics {

    private static final String RUNS = "shisei.schedule.runs";
    private static final String STARTS = "shisei.schedule.starts";

    private final MeterRegistry meters;

    ScheduleMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var outcome : Run.Outcome.values()) { // a rate can be told only from a counter that was there at 0
            count(RUNS, outcome, 0);
        }
        for (var outcome : Run.Started.values()) {
            count(STARTS, outcome, 0);
        }
    }

    void run(Run.Outcome outcome, int runs) {
        count(RUNS, outcome, runs);
    }

    void start(Run.Started outcome) {
        count(STARTS, outcome, 1);
    }

    private void count(String name, Enum<?> outcome, int by) {
        meters.counter(name, "outcome", outcome.name().toLowerCase(Locale.ROOT)).increment(by);
    }
}
