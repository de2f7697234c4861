package io.shisei.dashboard.control.list;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.dashboard.control.Category;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Sparkline;
import io.shisei.finding.Counts;
import io.shisei.score.ControlScore;
import io.shisei.score.Scores;
import io.shisei.score.TrendPoint;
import io.shisei.score.Trends;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Trends trends;
    private final Clock clock;

    ControlRows(Controls controls, Scores scores, Trends trends, Clock clock) {
        this.controls = controls;
        this.scores = scores;
        this.trends = trends;
        this.clock = clock;
    }

    /** In one account or (null) in all. */
    List<ControlRow> of(@Nullable String account, Locale locale) {
        var period = Period.of(LINE_DAYS, clock);
        var lines = trends.lines(account, period.from(), period.to());
        var now = scores.controls(account);
        var retired = retired();
        return controls.all().stream()
                .map(it -> row(
                        it,
                        now.getOrDefault(it.id(), ControlScore.none(it.id())),
                        lines.getOrDefault(it.id(), List.of()),
                        period,
                        retired.contains(it.id()),
                        RowLinks.of(it.id(), account),
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
            List<TrendPoint> line,
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

    /** The line has a point wherever the score turned, so that the last one before a moment held then. */
    private static @Nullable Double change(List<TrendPoint> line, Period period, Counts now) {
        var since = period.to().minus(Duration.ofDays(CHANGE_DAYS));
        var then = line.stream()
                .filter(point -> !point.at().isAfter(since))
                .reduce((before, after) -> after)
                .map(point -> point.counts().score())
                .orElse(null);
        var score = now.score();
        return then == null || score == null ? null : Math.round((score - then) * 10) / 10.0;
    }
}
