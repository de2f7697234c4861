package io.shisei.score.step;

import io.shisei.finding.Counts;
import io.shisei.finding.history.Reason;
import io.shisei.score.StandardPoint;
import io.shisei.score.TrendPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a trend got from one day's point to the next.
 *
 * @param day of the later point
 * @param before the point that held until then; null where the trend begins
 * @param staleAccounts how many accounts were not scanned on that day, and count with what they had
 * @param reasons what moved, in the order of their causes
 */
public record Step(LocalDate day, @Nullable Point before, Point after, int staleAccounts, List<Reason> reasons) {

    /**
     * What a trend shows of a day.
     *
     * @param score 0 to 100; null where nothing was judged
     * @param findings of the control, or of all controls of the standard
     * @param coverage 0 to 100
     */
    public record Point(@Nullable Double score, Counts findings, double coverage) {

        public static Point of(TrendPoint point) {
            return new Point(point.counts().score(), point.counts(), point.coverage());
        }

        public static Point of(StandardPoint point) {
            return new Point(
                    point.decimalScore(), Objects.requireNonNullElse(point.findings(), Counts.NONE), point.coverage());
        }
    }

    /** The last point of a day. */
    public record Day(LocalDate day, Point point, int staleAccounts) {

        public static Day of(LocalDate day, TrendPoint point) {
            return new Day(day, Point.of(point), point.staleAccounts());
        }

        public static Day of(LocalDate day, StandardPoint point) {
            return new Day(day, Point.of(point), point.staleAccounts());
        }
    }

    /** By day, what a statement tells of it. */
    static Map<LocalDate, List<Reason>> reasons(JdbcClient.StatementSpec query) {
        var reasons = new HashMap<LocalDate, List<Reason>>();
        query.query(row -> {
            reasons.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
                    .add(Reason.read(row));
        });
        return reasons;
    }

    /** The steps between days that follow each other, newest first: those to which anything led, or that changed anything. */
    static List<Step> between(List<Day> days, Map<LocalDate, List<Reason>> reasons) {
        var steps = new ArrayList<Step>();
        for (int i = days.size() - 1; i >= 0; i--) {
            var day = days.get(i);
            var why =
                    reasons.getOrDefault(day.day(), List.of()).stream().sorted().toList();
            var step =
                    new Step(day.day(), i == 0 ? null : days.get(i - 1).point(), day.point(), day.staleAccounts(), why);
            if (!why.isEmpty() || i > 0 && !step.change().equals(Counts.NONE)) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** By how much each count changed; less than nothing where it shrank. */
    public Counts change() {
        return after.findings().minus(held());
    }

    /** What of the change the reasons leave open: nothing, but where an earlier version kept none. */
    public Counts unexplained() {
        return change().minus(effect(reason -> true));
    }

    public boolean explained() {
        return unexplained().equals(Counts.NONE);
    }

    /** Whether the score rises, but would not if what is seen no more were still as it was. */
    public boolean risesByLostSight() {
        var lost = effect(reason -> reason.cause().losesSight());
        return before != null
                && isAbove(after.score(), before.score())
                && lost.failed() < 0
                && !isAbove(after.findings().minus(lost).score(), held().score());
    }

    private Counts held() {
        return before == null ? Counts.NONE : before.findings();
    }

    private Counts effect(Predicate<Reason> which) {
        return reasons.stream().filter(which).map(Reason::effect).reduce(Counts.NONE, Counts::plus);
    }

    private static boolean isAbove(@Nullable Double score, @Nullable Double other) {
        return score != null && other != null && score > other;
    }
}
