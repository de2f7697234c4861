package io.shisei.score;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.AccountLeaving;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.database.Instants;
import io.shisei.database.NamedLock;
import io.shisei.finding.sum.FindingMoves.Move;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps one row a day of each control and standard: of each account, and of all that count. */
@Component
class DailySums {

    /** Later days than these come with the points that follow, as where months are replayed. */
    private static final int FEW = 7;

    private final JdbcClient jdbc;
    private final Controls controls;
    private final DailySteps steps;
    private final SchedulerClient scheduler;
    private final Clock clock;

    DailySums(
            JdbcClient jdbc,
            Controls controls,
            DailySteps steps,
            @Lazy SchedulerClient scheduler, // its task is done here
            Clock clock) {
        this.jdbc = jdbc;
        this.controls = controls;
        this.steps = steps;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes over the points that an account's trends have at a moment, and what led to them; the lock is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(String accountId, List<Move> moves, Instant at) {
        var day = DayZone.dayOf(jdbc, at);
        Stream.of(DailySumsSql.CONTROLS_OF_ACCOUNT, DailySumsSql.STANDARDS_OF_ACCOUNT)
                .forEach(sql -> jdbc.sql(sql)
                        .param("account", accountId)
                        .param("day", day)
                        .param("at", Instants.utc(at))
                        .update());
        controls.standards().forEach(standard -> keepSets(accountId, standard, day));
        steps.add(accountId, moves, day);
        steps.follow(accountId, day);
        sumUp(day, at);
        var later = later(day);
        if (later.size() <= FEW) {
            later.forEach(this::addUpAgain);
        }
    }

    /** The days that were added up before a point of an earlier one was there, one more than a few at most. */
    private List<LocalDate> later(LocalDate day) {
        return jdbc.sql(DailySumsSql.LATER)
                .param("day", day)
                .param("limit", FEW + 1)
                .query(DailySums::day)
                .list();
    }

    private static LocalDate day(ResultSet row, int number) throws SQLException {
        return row.getObject("day", LocalDate.class);
    }

    private void keepSets(String accountId, Standard standard, LocalDate day) {
        var members = ControlId.texts(standard.controls());
        jdbc.sql(DailySumsSql.BITS).param("members", members).update();
        jdbc.sql(DailySumsSql.SETS_OF_ACCOUNT)
                .param("account", accountId)
                .param("standard", standard.id())
                .param("day", day)
                .param("members", members)
                .update();
    }

    /** What an account was goes with it: its own days at once, its part in the sums in a task, which takes minutes. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(AccountLeaving leaving) {
        lock();
        Stream.of("control_day", "control_last", "standard_day")
                .forEach(table -> jdbc.sql("delete from " + table + " where account_id = :account")
                        .param("account", leaving.accountId())
                        .update());
        steps.forget(leaving.accountId());
        addUpAgain();
    }

    /** Adds the days of a database that an earlier version has filled. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void catchUp() {
        lock();
        if (jdbc.sql(DailySumsSql.BEHIND).query(Boolean.class).single()) {
            controls.standards()
                    .forEach(standard -> jdbc.sql(DailySumsSql.PAST_OF_STANDARD)
                            .param("standard", standard.id())
                            .param("members", ControlId.texts(standard.controls()))
                            .update());
            addUpAgain();
        }
    }

    private void addUpAgain() {
        scheduler.scheduleIfNotExists(DailySumsTask.again(), clock.instant());
    }

    /** The days that any account or all of them have, in their order. */
    List<LocalDate> days() {
        return jdbc.sql("select distinct day from standard_day order by day")
                .query(DailySums::day)
                .list();
    }

    /** Adds up one day again. Days are to follow each other, since each tells whether it turned from the one before. */
    @Transactional
    public void addUpAgain(LocalDate day) {
        lock();
        Stream.of("control_day", "standard_day")
                .forEach(table -> jdbc.sql("delete from " + table + " where account_id is null and day = :day")
                        .param("day", day)
                        .update());
        jdbc.sql("select at from standard_day where day = :day order by at desc limit 1")
                .param("day", day)
                .query((row, number) -> Instants.read(row, "at"))
                .optional()
                .ifPresent(at -> sumUp(day, at));
    }

    /**
     * Scans that end at the same time would each add up without the other, and could take what led to the other's points.
     * It is held until the transaction ends.
     */
    void lock() {
        NamedLock.holdAlone(jdbc, "daily sums");
    }

    private void sumUp(LocalDate day, Instant at) {
        var isLast = jdbc.sql(DailySumsSql.IS_LAST)
                .param("day", day)
                .query(Boolean.class)
                .single();
        jdbc.sql(isLast ? DailySumsSql.CONTROLS_OF_ALL_NOW : DailySumsSql.CONTROLS_OF_ALL_THEN)
                .param("day", day)
                .param("at", Instants.utc(at))
                .param("controls", ControlId.textsOf(controls.all()))
                .update();
        controls.standards()
                .forEach(standard -> jdbc.sql(DailySumsSql.STANDARD_OF_ALL)
                        .param("standard", standard.id())
                        .param("day", day)
                        .param("at", Instants.utc(at))
                        .param("members", ControlId.texts(standard.controls()))
                        .param(
                                "severities",
                                SeveritySums.severities(standard, controls).values().stream()
                                        .map(Severity::name)
                                        .toArray(String[]::new))
                        .update());
        steps.sumUp(day, at);
    }
}
