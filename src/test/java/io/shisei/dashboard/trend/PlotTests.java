package io.shisei.dashboard.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.dashboard.trend.CountLine.Count;
import io.shisei.finding.Counts;
import io.shisei.score.step.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTests {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Period MONTH = Period.of(30, CLOCK);

    @Test
    void holdsAScoreUntilTheNextAndBreaksWhereThereIsNone() {
        var plot = Plot.of(List.of(score(15, 50.0, 100), score(10, null, 100), score(5, 60.0, 100)), List.of(), MONTH);
        assertThat(plot.line()).isEqualTo("M500.0 66.7H666.7M833.3 33.3H1000.0");
        assertThat(plot.scale()).containsExactly(70, 55, 40);
    }

    @Test
    void drawsApartWhatIsNotSure() {
        var plot = Plot.of(List.of(score(15, 50.0, 100), score(5, 50.0, 80)), List.of(), MONTH);
        assertThat(plot.line()).endsWith("H1000.0");
        assertThat(plot.sure()).endsWith("H833.3");
    }

    @Test
    void marksWhereTheScoreMoved() {
        var day = LocalDate.ofInstant(NOW.minus(Duration.ofDays(15)), ZoneOffset.UTC);
        var fell = new Step(day, point(60.0), point(50.0), 0, List.of());
        var same = new Step(day.plusDays(10), point(50.0), point(50.0), 0, List.of());
        var begun = new Step(day.minusDays(1), null, point(60.0), 0, List.of());
        var plot = Plot.of(List.of(score(15, 50.0, 100), score(5, 50.0, 100)), List.of(same, fell, begun), MONTH);
        assertThat(plot.marks()).hasSize(1);
        assertThat(plot.marks().getFirst()).returns(50.0, Plot.Mark::x).returns(false, Plot.Mark::up);
    }

    @Test
    void keepsTheNewestOfMoreThanAScreenShows() {
        var many = IntStream.range(0, 1000)
                .mapToObj(i -> new Plot.Score(NOW.minusSeconds(1000 - i), (double) i / 10, 100))
                .toList();
        var plot = Plot.of(many, List.of(), MONTH);
        assertThat(plot.spans()).hasSizeLessThanOrEqualTo(400);
        assertThat(plot.last()).isEqualTo(many.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 30, 90, 365})
    void namesDaysThatCanBeRead(int days) {
        var period = Period.of(days, CLOCK);
        var axis = new TimeAxis(period.from(), period.to());
        assertThat(axis.ticks())
                .hasSizeBetween(3, 7)
                .allSatisfy(tick -> assertThat(axis.percent(
                                tick.day().atStartOfDay(ZoneOffset.UTC).toInstant()))
                        .isEqualTo(tick.x()));
    }

    @Test
    void drawsCountsFromZeroToTheMost() {
        var counts = List.of(new Count(at(15), 4L), new Count(at(10), null), new Count(at(5), 1L));
        var line = CountLine.of(counts, MONTH);
        assertThat(line).isEqualTo(new CountLine("M500.0 0.0H833.3V75.0H1000.0", 4, 4L, 1L));
        assertThat(CountLine.of(List.of(new Count(at(1), null)), MONTH).known()).isFalse();
    }

    private static Plot.Score score(int daysAgo, Double score, double coverage) {
        return new Plot.Score(at(daysAgo), score, coverage);
    }

    private static Instant at(int daysAgo) {
        return NOW.plusSeconds(1).minus(Duration.ofDays(daysAgo));
    }

    private static Step.Point point(double score) {
        return new Step.Point(score, Counts.NONE, 100);
    }
}
