package io.shisei.schedule.timetable;

import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import io.shisei.schedule.ScheduleCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a schedule runs: five fields as in crontab(5), read in a time zone. Where clocks go forward, runs of the time
 * that is left out come right after it; where they go back, runs of the time that comes twice happen once. As in
 * crontab(5), this does not touch expressions whose minute or hour is {@code *}: they follow the clock on the wall.
 */
public final class Cron {

    /** Numbers and the names of months and days; Spring would also take L, W and ?. */
    private static final String CHARACTERS = "([0-9*,/\\s-]|(?i:[a-z]{3}))+";

    /** More than any clock is ever set back by. */
    private static final int OVERLAP_HOURS = 3;

    private final String expression;
    private final ZoneId zone;
    private final List<CronExpression> alternatives;
    private final boolean followsWall;

    private Cron(String expression, ZoneId zone, List<CronExpression> alternatives, boolean followsWall) {
        this.expression = expression;
        this.zone = zone;
        this.alternatives = alternatives;
        this.followsWall = followsWall;
    }

    /** @throws Refusal when the expression or the zone cannot be read, or it never fires */
    public static Cron parse(String expression, String zone) {
        Limits.atMost("cron", expression, Limits.CRON);
        Limits.atMost("zone", zone, Limits.ZONE);
        var zoneId = zone(zone);
        var fields = expression.strip().split("\\s+");
        if (fields.length != 5) {
            throw new Refusal.Impossible(ScheduleCode.CRON_FIELDS, "cron", expression, fields.length);
        }
        if (!expression.strip().matches(CHARACTERS)) {
            throw new Refusal.Impossible(ScheduleCode.CRON_CHARACTER, "cron", expression);
        }
        var cron = new Cron(
                String.join(" ", fields), zoneId, alternatives(fields), isStar(fields[0]) || isStar(fields[1]));
        if (cron.nextLocal(LocalDateTime.now(zoneId)) == null) {
            throw new Refusal.Impossible(ScheduleCode.CRON_NEVER_FIRES, "cron", expression);
        }
        return cron;
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Refusal.Impossible(ScheduleCode.NOT_A_ZONE, "zone", zone);
        }
    }

    /** Where both days are restricted, either is enough; Spring's expressions would demand both. */
    private static List<CronExpression> alternatives(String[] fields) {
        checkEach(fields);
        if (isStar(fields[2]) || isStar(fields[4])) {
            return List.of(CronExpression.parse("0 " + String.join(" ", fields)));
        }
        var head = "0 " + fields[0] + " " + fields[1] + " ";
        return List.of(
                CronExpression.parse(head + fields[2] + " " + fields[3] + " *"),
                CronExpression.parse(head + "* " + fields[3] + " " + fields[4]));
    }

    /** Each by itself, to say which is wrong: what Spring says of it is in English, and counts a field that we do not have. */
    private static void checkEach(String[] fields) {
        for (int i = 0; i < fields.length; i++) {
            var alone = new String[] {"0", "*", "*", "*", "*", "*"};
            alone[i + 1] = fields[i];
            try {
                CronExpression.parse(String.join(" ", alone));
            } catch (IllegalArgumentException e) {
                throw new Refusal.Impossible(ScheduleCode.CRON_UNREADABLE, "cron", String.join(" ", fields), fields[i]);
            }
        }
    }

    private static boolean isStar(String field) {
        return field.startsWith("*");
    }

    public String expression() {
        return expression;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Whether neither the day of the month nor the month matters. */
    boolean everyDate() {
        var fields = expression.split(" ");
        return fields[2].equals("*") && fields[3].equals("*");
    }

    /** The next {@code count} runs after {@code after}. */
    public List<Instant> next(Instant after, int count) {
        var runs = new ArrayList<Instant>();
        for (var last = after; runs.size() < count; last = runs.getLast()) {
            var next = next(last);
            if (next == null) {
                break;
            }
            runs.add(next);
        }
        return runs;
    }

    private @Nullable Instant next(Instant after) {
        Instant best = null;
        var local = nextLocal(LocalDateTime.ofInstant(after, zone).minusHours(OVERLAP_HOURS));
        while (local != null && (best == null || !local.atZone(zone).toInstant().isAfter(best))) {
            for (var run : instants(local)) {
                if (run.isAfter(after) && (best == null || run.isBefore(best))) {
                    best = run;
                }
            }
            local = nextLocal(local);
        }
        return best;
    }

    private @Nullable LocalDateTime nextLocal(LocalDateTime after) {
        return alternatives.stream()
                .map(alternative -> alternative.next(after))
                .filter(Objects::nonNull)
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }

    private List<Instant> instants(LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return followsWall
                    ? List.of()
                    : List.of(zone.getRules().getTransition(local).getInstant());
        }
        return Stream.of(offsets.getFirst(), offsets.getLast())
                .distinct()
                .limit(followsWall ? 2 : 1)
                .map(offset -> local.toInstant(offset))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cron that && that.expression.equals(expression) && that.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(expression, zone);
    }

    @Override
    public String toString() {
        return expression + " " + zone;
    }
}
