package io.shisei.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanState;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.score.StandardPoint;
import io.shisei.score.Trends;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample account, brought in and removed on a real database. */
@ApplicationTest
class SampleAccountTests {

    @Autowired
    private SampleAccount sample;

    @Autowired
    private Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    private Scanner scanner;

    @Autowired
    private Scans scans;

    @Autowired
    private Trends trends;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void leaveNothing() {
        accounts.findById(SampleAccount.ID).map(Account::id).ifPresent(registration::delete);
    }

    @Test
    void tellsAStoryInNinetyDays() {
        sample.load();
        sample.load();
        awaitLoaded();
        var story = trends.standard("fsbp", SampleAccount.ID, Instant.EPOCH, Instant.now());
        assertThat(story).hasSize(90);
        assertThat(story.getFirst().score()).isBetween(25, 40);
        assertThat(story.getLast().score()).isBetween(60, 75);
        fallsAndRecovers(story.subList(0, 50));
        losesSightAndSeesAgain(story.subList(49, 55));
        movesTheLinesOfControls();
        saysOfEachControlWhatTheStorySays();
        endsWithSomethingOfEverything();
        changesNothingWhenItIsScannedNow();
    }

    private static void fallsAndRecovers(List<StandardPoint> days) {
        var lowest = days.stream().mapToInt(StandardPoint::score).min().orElseThrow();
        assertThat(lowest).isLessThan(days.getFirst().score());
        assertThat(days.getLast().score()).isGreaterThan(days.getFirst().score());
    }

    private static void losesSightAndSeesAgain(List<StandardPoint> days) {
        assertThat(days.subList(1, 5)).allSatisfy(day -> {
            assertThat(day.coverage()).isLessThan(100);
            assertThat(day.unknown()).isGreaterThan(1);
            assertThat(day.score()).isLessThan(days.getFirst().score());
        });
        assertThat(days.getLast())
                .returns(days.getFirst().score(), StandardPoint::score)
                .returns(100.0, StandardPoint::coverage)
                .returns(0, StandardPoint::unknown);
    }

    private void movesTheLinesOfControls() {
        var ninety = "select control_id from control_trend where account_id = '" + SampleAccount.ID
                + "' group by 1 having count(*) = 90";
        assertThat(texts(ninety)).containsExactlyInAnyOrderElementsOf(LastDay.BY_CONTROL.keySet());
        assertThat(texts(ninety + " and count(distinct (passed, failed)) >= 3")).hasSize(132);
    }

    private void saysOfEachControlWhatTheStorySays() {
        var said = new HashMap<String, LastDay.Says>();
        jdbc.sql("""
                        select distinct on (control_id) control_id, passed, failed, unknown, suppressed
                        from control_trend where account_id = :account order by control_id, at desc
                        """).param("account", SampleAccount.ID).query(row -> {
            said.put(row.getString(1), new LastDay.Says(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
        });
        assertThat(said).isEqualTo(LastDay.BY_CONTROL);
    }

    private void endsWithSomethingOfEverything() {
        assertThat(texts("select distinct compliance_status from finding where record_state = 'ACTIVE' order by 1"))
                .containsExactly("FAILED", "PASSED", "WARNING");
        assertThat(texts("select control_id from finding where workflow_status = 'SUPPRESSED'"))
                .containsExactlyInAnyOrder("EC2.17", "EC2.180", "IAM.8", "RDS.7", "S3.12");
        assertThat(texts(
                        "select distinct username from transition where what = 'WORKFLOW_STATUS' and to_value = 'SUPPRESSED'"
                                + " and at < now() - interval '20 days'"))
                .containsExactlyInAnyOrder("platform-lead", "security-desk");
    }

    private void changesNothingWhenItIsScannedNow() {
        var before = transitions();
        var id = scanner.start(Requests.scan(SampleAccount.ID)).id();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> scans.find(id).orElseThrow().state().ended());
        assertThat(scans.find(id).orElseThrow())
                .returns(ScanState.INCOMPLETE, Scan::state) // one bucket lets nobody look
                .returns(0L, scan -> scan.counts().awsCalls());
        assertThat(transitions()).isEqualTo(before);
    }

    @Test
    void goesAwayWhileItIsLoading() {
        sample.load();
        await().atMost(Duration.ofMinutes(1)).until(() -> sample.progress().day() > 1);
        assertThat(sample.progress().loading()).isTrue();
        sample.remove();
        assertThat(sample.progress().present()).isFalse();
        assertThat(scans.list(SampleAccount.ID, PageRequest.first(10)).items()).isEmpty();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> texts("select task_name from scheduled_tasks where task_name = 'sample-load'")
                        .isEmpty());
    }

    @Test
    void leavesARealAccountOfThatIdAlone() {
        var identity = new Identity(SampleAccount.ID, "aws");
        accounts.save(new Account(identity, "real", Access.DEFAULT, List.of("us-east-1"), Instant.now()));
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(sample::load);
        sample.remove();
        assertThat(accounts.existsById(SampleAccount.ID)).isTrue();
        assertThat(sample.progress().present()).isFalse();
    }

    private List<String> transitions() {
        return texts("select id::text from transition where account_id = '" + SampleAccount.ID + "' order by id");
    }

    private void awaitLoaded() {
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            var progress = sample.progress();
            return progress.present() && !progress.loading();
        });
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
