package io.shisei.dashboard;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.AccountCode;
import io.shisei.account.trial.AccessTrial;
import io.shisei.account.trial.TriedStep;
import io.shisei.account.trial.TriedStep.State;
import io.shisei.account.trial.TriedStep.Step;
import io.shisei.comparison.fetch.HubFetch;
import io.shisei.comparison.fetch.HubFetches;
import io.shisei.comparison.fetch.UnreadRegion;
import io.shisei.control.ControlId;
import io.shisei.coverage.Coverages;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Moved;
import io.shisei.finding.history.Reason;
import io.shisei.finding.history.ScanMoves;
import io.shisei.finding.history.Transition;
import io.shisei.paging.Page;
import io.shisei.refusal.Told;
import io.shisei.scan.Follower;
import io.shisei.scan.RegionProgress;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanFollower;
import io.shisei.scan.ScanProgress;
import io.shisei.scan.ScanUnit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;

/** What is made up of scans, accounts and schedules beside {@link MadeUp}. */
class MadeUpOperations {

    @Bean
    ScanProgress scanProgress(Coverages coverages) {
        var begun = MadeUp.NOW.minus(Duration.ofMinutes(3));
        var done = new ScanUnit("us-east-1", ScanUnit.State.DONE, null, begun, MadeUp.NOW);
        var running = new ScanUnit("ap-northeast-1", ScanUnit.State.RUNNING, null, begun, null);
        var failed = new ScanUnit(
                "eu-west-1", ScanUnit.State.FAILED, new Told("broke off three times", "3 回中断しました"), begun, MadeUp.NOW);
        var read = coverages.of(MadeUp.ID);
        var progress = mock(ScanProgress.class);
        when(progress.of(any()))
                .thenReturn(List.of(
                        new RegionProgress(running, List.of(), List.of("EC2", "S3")),
                        new RegionProgress(failed, List.of(), List.of()),
                        new RegionProgress(done, read, List.of())));
        return progress;
    }

    @Bean
    ScanMoves scanMoves() {
        var moves = mock(ScanMoves.class);
        when(moves.sums(any()))
                .thenReturn(List.of(
                        new Reason(MoveCause.FIXED, Counted.FAILED, Counted.PASSED, 1),
                        new Reason(MoveCause.NEWLY_FAILING, Counted.PASSED, Counted.FAILED, 1204)));
        var what = Transition.What.COMPLIANCE_STATUS;
        var failing = MadeUp.moved(2, MoveCause.NEWLY_FAILING, what, "PASSED", "FAILED");
        var list = List.of(new Moved(new ControlId("EC2.18"), failing), new Moved(new ControlId("Gone.1"), failing));
        when(moves.list(any(), any(), any())).thenReturn(new Page<>(list, "bmV4dA", Page.Total.exact(1204)));
        return moves;
    }

    @Bean
    AccessTrial accessTrial() {
        var refused = AccountCode.accessRefused("Tried sts:AssumeRole. AWS answered AccessDenied.");
        var trial = mock(AccessTrial.class);
        when(trial.of(any()))
                .thenReturn(List.of(
                        new TriedStep(Step.CREDENTIALS, State.DONE, "arn:aws:iam::999988887777:role/service", null),
                        new TriedStep(Step.ROLE, State.FAILED, null, refused),
                        new TriedStep(Step.EXTERNAL_ID, State.NOT_TRIED, null, null),
                        new TriedStep(Step.FIRST_CALL, State.NOT_TRIED, null, null)));
        return trial;
    }

    @Bean
    HubFetches hubFetches() {
        var denied = new UnreadRegion("us-east-1", UnreadRegion.Why.DENIED, "AccessDeniedException", "not authorized");
        var last = new HubFetch(
                MadeUp.ID,
                "123456789012",
                "kim",
                MadeUp.NOW,
                MadeUp.NOW,
                List.of("us-east-1"),
                List.of(denied),
                new Told("no", "できません"));
        var fetches = mock(HubFetches.class);
        when(fetches.last("123456789012")).thenReturn(Optional.of(last));
        return fetches;
    }

    @Bean
    ScanFollower scanFollower() {
        var follower = mock(ScanFollower.class);
        when(follower.follow(any(), any())).thenAnswer(call -> {
            call.<Follower.Listener<Scan>>getArgument(1).ended(null);
            return true;
        });
        return follower;
    }

    @Bean
    Follower follower() {
        var follower = mock(Follower.class);
        when(follower.follow(any(), any(), any(), any())).thenAnswer(call -> {
            call.<Follower.Listener<?>>getArgument(3).ended(null);
            return true;
        });
        return follower;
    }
}
