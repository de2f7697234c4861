package io.shisei.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Ou;
import io.shisei.account.Registration;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.scan.Scan;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.schedule.timetable.Blackout;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Timetable;
import io.shisei.test.ApplicationTest;
import io.shisei.test.FakeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ScheduleIT {

    private static final List<String> ACCOUNTS = List.of("999900002221", "999900002222");
    private static final Ou WORK = Ou.ROOT.child("Work of schedules");
    private static final Ou PROD = WORK.child("Prod");

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    Schedules schedules;

    @Autowired
    ScheduleRun run;

    @Autowired
    ScheduleCheck check;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Scanner scanner;

    @Autowired
    Scans scans;

    @Autowired
    FakeSource source;

    @Autowired
    JdbcClient jdbc;

    UUID id;

    @BeforeEach
    void twoAccountsAndASchedule() {
        source.reset();
        ACCOUNTS.forEach(account ->
                accounts.save(new Account(new Identity(account, "aws"), "fake", Access.DEFAULT, null, Instant.now())));
        id = schedules.create(plan(List.of(), null, 0, MissedRuns.SKIP)).id();
    }

    @AfterEach
    void nothingLeft() {
        source.reset();
        schedules.delete(id);
        for (var account : ACCOUNTS) {
            scans.running(account).ifPresent(scan -> scanner.cancel(scan.id()));
            accounts.findById(account).map(Account::id).ifPresent(registration::delete);
        }
    }

    @Test
    void keepsWhatPeopleChose() {
        var window = new Blackout(Set.of(), LocalTime.of(22, 0), LocalTime.of(4, 0));
        put(ACCOUNTS.getFirst(), PROD);
        var plan = plan(
                new Selection(ACCOUNTS, List.of(PROD)), List.of(window), List.of("eu-west-1"), 30, MissedRuns.RUN_ONCE);
        schedules.change(id, plan);
        assertThat(schedules.find(id).orElseThrow().plan()).isEqualTo(plan);
    }

    @Test
    void meansTheAccountsThatAreInAUnitWhenItRuns() {
        put(ACCOUNTS.getFirst(), PROD);
        schedules.change(id, plan(new Selection(null, List.of(WORK))));
        assertThat(schedules.runNow(id).accounts())
                .extracting(Run.Account::accountId)
                .containsExactly(ACCOUNTS.getFirst());
        put(ACCOUNTS.getLast(), WORK);
        assertThat(schedules.runNow(id).accounts()).hasSize(2);
        jdbc.sql("update account set retired_at = now() where id in (:ids)")
                .param("ids", ACCOUNTS)
                .update();
        schedules.runNow(id);
        assertThat(schedules.runs(id)).first().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo(Run.Outcome.RAN_BY_HAND);
            assertThat(run.accounts()).isEmpty();
        });
    }

    @Test
    void refusesAUnitWithoutAccountsUnlessItIsChosenAlready() {
        put(ACCOUNTS.getFirst(), PROD);
        var gone = plan(new Selection(null, List.of(PROD, new Ou("/Gone"))));
        assertThatThrownBy(() -> schedules.change(id, gone))
                .isInstanceOf(Refusal.Impossible.class)
                .hasMessageContaining("'/Gone'. OUs with accounts: /, ");
        schedules.change(id, plan(new Selection(null, List.of(PROD))));
        put(ACCOUNTS.getFirst(), Ou.ROOT);
        assertThatCode(() -> schedules.change(id, plan(new Selection(ACCOUNTS, List.of(PROD)))))
                .doesNotThrowAnyException();
    }

    private void put(String account, Ou ou) {
        jdbc.sql("update account set ou = :ou where id = :id")
                .param("ou", ou.path())
                .param("id", account)
                .update();
    }

    @Test
    void startsOneScanOfEachAccountHoweverOftenItIsWoken() {
        var due = due(Instant.now().minusSeconds(1));
        var next = run.run(id, due, scheduler);
        assertThat(run.run(id, due, scheduler)).isEqualTo(next); // after a crash, or by another instance
        due(due); // the clock was set back
        run.run(id, due, scheduler);
        await().untilAsserted(() -> assertThat(onlyRun().accounts())
                .extracting(Run.Account::outcome)
                .containsExactly(Run.Started.STARTED, Run.Started.STARTED));
        assertThat(onlyRun().outcome()).isEqualTo(Run.Outcome.RAN);
        assertThat(scansOfSchedule()).hasSize(2);
        assertThat(schedules.find(id).orElseThrow().lastRunAt()).isNotNull();
    }

    @Test
    void isWokenByTheTaskQueue() {
        due(Instant.now().minusSeconds(1));
        scheduler.reschedule(ScheduleTask.of(id), Instant.now());
        await().atMost(Duration.ofSeconds(20)).until(() -> scansOfSchedule().size() == 2);
    }

    @Test
    void skipsAnAccountThatIsBeingScanned() {
        var never = new CountDownLatch(1);
        source.trouble((region, service) -> never.await());
        var first = schedules.runNow(id);
        assertThat(first.accounts()).extracting(Run.Account::outcome).containsOnly(Run.Started.STARTED);
        var second = schedules.runNow(id);
        assertThat(second.accounts()).extracting(Run.Account::outcome).containsOnly(Run.Started.SKIPPED_RUNNING);
        assertThat(second.accounts())
                .extracting(Run.Account::scanId)
                .isEqualTo(first.accounts().stream().map(Run.Account::scanId).toList());
        assertThat(schedules.runs(id)).containsExactly(second, first);
    }

    @Test
    void remembersWhyAnAccountWasRefused() {
        schedules.change(id, plan(List.of(), List.of("mars-east-1"), 0, MissedRuns.SKIP));
        assertThat(schedules.runNow(id).accounts()).allSatisfy(account -> {
            assertThat(account.outcome()).isEqualTo(Run.Started.REFUSED);
            assertThat(account.message().en()).contains("'mars-east-1' is not watched");
        });
    }

    @Test
    void leavesOutOrMakesUpForWhatWasMissed() {
        var due = due(Instant.now().minus(Duration.ofDays(2)));
        run.run(id, due, scheduler);
        assertThat(onlyRun().outcome()).isEqualTo(Run.Outcome.MISSED);
        schedules.change(id, plan(List.of(), null, 0, MissedRuns.RUN_ONCE));
        run.run(id, due(due.plus(Duration.ofHours(1))), scheduler);
        assertThat(schedules.runs(id)).first().satisfies(late -> {
            assertThat(late.outcome()).isEqualTo(Run.Outcome.RAN_LATE);
            assertThat(late.accounts()).hasSize(2);
        });
    }

    @Test
    void doesNotStartWhatWasPausedMeanwhile() {
        schedules.change(id, plan(List.of(), null, 60, MissedRuns.SKIP));
        var due = due(Instant.now().minusSeconds(1));
        run.run(id, due, scheduler);
        schedules.change(id, schedules.find(id).orElseThrow().plan().enabled(false));
        assertThat(run.run(id, due, scheduler)).isEmpty();
        ACCOUNTS.forEach(account -> scheduler.reschedule(ScheduleTask.of(new Start(id, due, account)), Instant.now()));
        await().untilAsserted(() -> assertThat(onlyRun().accounts())
                .extracting(Run.Account::outcome)
                .containsOnly(Run.Started.SKIPPED_PAUSED));
        assertThat(scansOfSchedule()).isEmpty();
    }

    @Test
    void comesBackWhenTheClockWasYearsAheadAndIsSetBack() {
        var expected = schedules.find(id).orElseThrow().nextRunAt();
        due(Instant.now().plus(Duration.ofDays(700)));
        scheduler.reschedule(ScheduleTask.of(id), Instant.now().plus(Duration.ofDays(700)));
        check.check();
        assertThat(schedules.find(id).orElseThrow().nextRunAt()).isEqualTo(expected);
        assertThat(scheduler
                        .getScheduledExecution(ScheduleTask.of(id))
                        .orElseThrow()
                        .getExecutionTime())
                .isEqualTo(expected);
    }

    @Test
    void keepsTheLastFiftyRuns() {
        jdbc.sql("insert into schedule_run select :id, now() - n * interval '1 day', now(), 'MISSED', 1"
                        + " from generate_series(1, 60) n")
                .param("id", id)
                .update();
        schedules.runNow(id);
        assertThat(schedules.runs(id))
                .hasSize(50)
                .first()
                .extracting(Run::outcome)
                .isEqualTo(Run.Outcome.RAN_BY_HAND);
    }

    private Instant due(Instant at) {
        var due = at.truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("update schedule set next_run_at = :due where id = :id")
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        return due;
    }

    private Run onlyRun() {
        assertThat(schedules.runs(id)).hasSize(1);
        return schedules.runs(id).getFirst();
    }

    private List<Scan> scansOfSchedule() {
        return ACCOUNTS.stream()
                .flatMap(account -> scans.list(account, PageRequest.first(10)).items().stream())
                .filter(scan -> id.equals(scan.scheduleId()))
                .toList();
    }

    private static Schedule.Plan plan(Selection selection) {
        return plan(selection, List.of(), null, 0, MissedRuns.SKIP);
    }

    private static Schedule.Plan plan(
            List<Blackout> blackouts, @Nullable List<String> regions, int jitter, MissedRuns missedRuns) {
        return plan(new Selection(ACCOUNTS, null), blackouts, regions, jitter, missedRuns);
    }

    /** Once a year on the other side of the year, so that nothing runs by itself. */
    private static Schedule.Plan plan(
            Selection selection,
            List<Blackout> blackouts,
            @Nullable List<String> regions,
            int jitter,
            MissedRuns missedRuns) {
        var month = Instant.now().atOffset(ZoneOffset.UTC).plusMonths(6).getMonthValue();
        var timetable = Timetable.of(Cron.parse("0 12 1 " + month + " *", "UTC"), blackouts);
        return new Schedule.Plan("yearly", timetable, selection, regions, null, jitter, missedRuns, true);
    }
}
