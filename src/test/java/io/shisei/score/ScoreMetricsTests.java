package io.shisei.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shisei.api.Some;
import io.shisei.control.Controls;
import io.shisei.score.ScoreFigures.Figure;
import io.shisei.score.ScoreFigures.Figures;
import io.shisei.score.ScoreFigures.InAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreMetricsTests {

    private static final Figure GOOD = new Figure(75, 3, 1, 2, 50, 6);
    private static final Figure BAD = new Figure(25, 1, 3, 0, 100, Double.NaN);

    private final ScoreFigures figures = mock(ScoreFigures.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void oneControlAndOneStandard() {
        var controls = mock(Controls.class);
        when(controls.all()).thenReturn(List.of(Some.control("S3.8")));
        when(controls.standards()).thenReturn(List.of(Some.standard()));
        when(figures.read()).thenReturn(Figures.UNKNOWN);
        new ScoreMetrics(figures, controls, meters).begin();
    }

    @Test
    void tellOfAControlAndAStandard() {
        when(figures.read()).thenReturn(new Figures(Map.of("S3.8", GOOD), Map.of("fsbp", BAD), Map.of()));
        assertThat(value("shisei.control.score", "control", "S3.8")).isEqualTo(75);
        assertThat(value("shisei.control.coverage", "control", "S3.8")).isEqualTo(50);
        assertThat(value("shisei.control.findings", "control", "S3.8", "status", "passed"))
                .isEqualTo(3);
        assertThat(value("shisei.control.findings", "control", "S3.8", "status", "failed"))
                .isEqualTo(1);
        assertThat(value("shisei.control.findings", "control", "S3.8", "status", "unknown"))
                .isEqualTo(2);
        assertThat(value("shisei.standard.score", "standard", "fsbp")).isEqualTo(25);
        assertThat(value("shisei.standard.controls", "standard", "fsbp", "status", "failed"))
                .isEqualTo(3);
    }

    @Test
    void sayNothingOfWhatIsNotKnown() {
        assertThat(value("shisei.control.score", "control", "S3.8")).isNaN();
        assertThat(meters.find("shisei.account.score").gauges()).isEmpty();
    }

    @Test
    void followAccountsThatComeAndGo() {
        see("1", "2");
        scrape();
        assertThat(value("shisei.account.score", "account", "2", "standard", "fsbp"))
                .isEqualTo(75);
        assertThat(value("shisei.account.overdue", "account", "2", "standard", "fsbp"))
                .isEqualTo(6);
        see("2", "3");
        scrape();
        assertThat(meters.get("shisei.account.score").gauges())
                .extracting(gauge -> gauge.getId().getTag("account"))
                .containsExactlyInAnyOrder("2", "3");
        assertThat(value("shisei.account.controls", "account", "3", "standard", "fsbp", "status", "unknown"))
                .isEqualTo(2);
    }

    @Test
    void areNamedInTheReadme() throws IOException {
        see("1");
        scrape();
        assertThat(Files.readString(Path.of("README.md")))
                .contains(meters.getMeters().stream()
                        .map(Meter::getId)
                        .map(id -> "`" + id.getName().replace('.', '_'))
                        .distinct()
                        .toList());
    }

    @Test
    void areWhatTheDashboardShows() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        assertThat(Pattern.compile("shisei_\\w+")
                        .matcher(Files.readString(Path.of("docs/grafana.json")))
                        .results()
                        .map(found -> found.group())
                        .distinct())
                .hasSizeGreaterThan(8)
                .allMatch(name -> readme.contains(name) || readme.contains("…" + name.substring("shisei".length())));
    }

    private void see(String... accounts) {
        var in = new HashMap<InAccount, Figure>();
        for (var account : accounts) {
            in.put(new InAccount(account, "fsbp"), GOOD);
        }
        when(figures.read()).thenReturn(new Figures(Map.of(), Map.of(), in));
    }

    private void scrape() {
        List.copyOf(meters.getMeters()).stream()
                .filter(Gauge.class::isInstance)
                .forEach(gauge -> ((Gauge) gauge).value());
    }

    private double value(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }
}
