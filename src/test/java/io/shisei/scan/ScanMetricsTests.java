package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScanMetricsTests {

    private final ScanFigures figures = mock(ScanFigures.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void keepsTheGaugeOfAnAccountWhileItsFigureChanges() {
        see(Map.of("1", 10.0));
        new ScanMetrics(figures, meters);
        sample();
        var gauge = ages().iterator().next();
        see(Map.of("1", 11.0));
        sample();
        assertThat(ages()).containsExactly(gauge);
        assertThat(gauge.value()).isEqualTo(11);
    }

    @Test
    void followsAccountsThatComeAndGo() {
        see(Map.of("1", 10.0, "2", 20.0));
        new ScanMetrics(figures, meters);
        sample();
        see(Map.of("2", 21.0, "3", 30.0));
        sample();
        assertThat(ages()).extracting(Gauge::value).containsExactlyInAnyOrder(21.0, 30.0);
    }

    private void see(Map<String, Double> ages) {
        when(figures.read()).thenReturn(new ScanFigures.Figures(Map.of(), 0, ages));
    }

    private void sample() {
        meters.get("shisei.units.oldest.age").gauge().value();
    }

    private Collection<Gauge> ages() {
        return meters.get("shisei.account.since.complete.scan").gauges();
    }
}
