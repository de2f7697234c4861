package io.shisei.dashboard.control.list;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.dashboard.control.Category;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Sparkline;
import io.shisei.finding.Counts;
import io.shisei.score.ControlScore;
import io.shisei.score.Scores;
import io.shisei.score.circle.CircleTrends;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All controls with how they are kept, by two reads of sums. */
@Component
class ControlRows {

    private static final int LINE_DAYS = 90;

    static final int CHANGE_DAYS = 30;

    private final Controls controls;
    private final Scores scores;
    private final CircleTrends trends;
    private final Clock clock;

    ControlRows(Controls controls, Scores scores, CircleTrends trends, Clock clock) {
        this.controls = controls;
        this.scores = scores;
        this.trends = trends;
        this.clock = clock;
    }

    List<ControlRow> of(CircleChoice.Choice choice, Locale locale) {
        var period = Period.of(LINE_DAYS, clock);
        var now = scores.controlsOf(choice.circle());
        var counts = new HashMap<ControlId, Counts>();
        now.forEach((id, score) -> counts.put(id, score.counts()));
        var lines = trends.lines(choice.circle(), counts, period.from(), period.to());
        var retired = retired();
        return controls.all().stream()
                .map(it -> row(
                        it,
                        now.getOrDefault(it.id(), ControlScore.none(it.id())),
                        lines.getOrDefault(it.id(), Collections.emptyNavigableMap()),
                        period,
                        retired.contains(it.id()),
                        RowLinks.of(it.id(), choice),
                        locale))
                .toList();
    }

    private Set<ControlId> retired() {
        return controls.standards().stream()
                .map(Standard::retired)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static ControlRow row(
            Control control,
            ControlScore score,
            NavigableMap<Instant, Counts> line,
            Period period,
            boolean retired,
            RowLinks links,
            Locale locale) {
        return new ControlRow(
                control.id(),
                control.service(),
                Category.of(control.category()),
                control.title().in(locale),
                control.severity(),
                score.status(),
                score.counts(),
                Sparkline.of(line, period.from(), period.to()),
                change(line, period, score.counts()),
                retired,
                links);
    }

    /** The line turns wherever the score does, so that the last turn before a moment held then. */
    private static @Nullable Double change(NavigableMap<Instant, Counts> line, Period period, Counts now) {
        var held = line.floorEntry(period.to().minus(Duration.ofDays(CHANGE_DAYS)));
        var then = held == null ? null : held.getValue().score();
        var score = now.score();
        return then == null || score == null ? null : Math.round((score - then) * 10) / 10.0;
    }
}
