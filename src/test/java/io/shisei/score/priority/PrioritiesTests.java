package io.shisei.score.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Circle;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.Counts;
import io.shisei.finding.sum.Backlog;
import io.shisei.finding.sum.Backlogs;
import io.shisei.finding.sum.RepairSum;
import io.shisei.paging.Page;
import io.shisei.score.ControlScore;
import io.shisei.score.ControlStatus;
import io.shisei.score.Scores.Posture;
import io.shisei.score.StandardScore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrioritiesTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ControlId CRITICAL = new ControlId("EC2.19");
    private static final ControlId LOW = new ControlId("EC2.18");
    private static final ControlId OLD = new ControlId("S3.8");
    private static final ControlId PASSED = new ControlId("S3.9");
    private static final ControlId RETIRED = new ControlId("ECS.1");

    private final Controls controls = mock(Controls.class);
    private final Backlogs backlogs = mock(Backlogs.class);
    private final Deadlines deadlines = mock(Deadlines.class);
    private final Priorities priorities =
            new Priorities(null, null, backlogs, deadlines, controls, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void fiveControls() {
        List.of(CRITICAL, LOW, OLD, PASSED, RETIRED).forEach(id -> {
            var control = mock(Control.class);
            when(control.id()).thenReturn(id);
            when(control.severity()).thenReturn(id.equals(CRITICAL) ? Severity.CRITICAL : Severity.LOW);
            when(controls.find(id)).thenReturn(Optional.of(control));
        });
        when(controls.members(Set.of("fsbp"))).thenReturn(Set.of(CRITICAL, LOW, OLD, PASSED));
    }

    @Test
    void ranksWhatFailsInTheStandard() {
        var late = new Backlog(NOW.minus(Duration.ofDays(99)), Page.Total.exact(3));
        when(backlogs.of(any(), any(), any(), any())).thenReturn(Map.of(OLD, late));
        var listed = list(10);
        assertThat(listed).extracting(it -> it.control().id()).containsExactly(CRITICAL, OLD, LOW);
        assertThat(listed.get(1).backlog()).isEqualTo(late);
        assertThat(listed.get(1).meanAge()).isEqualTo(Duration.ofDays(90));
        assertThat(list(1)).hasSize(1);
    }

    @Test
    void gainsNothingWhileSomethingElseOfTheControlIsUnknown() {
        assertThat(list(10)).extracting(Priority::gain).containsExactly(0.0, 25.0, 25.0);
    }

    private List<Priority> list(int limit) {
        var score = new StandardScore(
                "fsbp", 25, 25, Map.of(ControlStatus.FAILED, 3, ControlStatus.PASSED, 1), Map.of(), 100.0);
        var now = Map.of(
                CRITICAL, score(CRITICAL, ControlStatus.FAILED, new Counts(0, 1, 1, 0)),
                LOW, score(LOW, ControlStatus.FAILED, new Counts(9, 1, 0, 0)),
                OLD, score(OLD, ControlStatus.FAILED, new Counts(9, 1, 0, 0)),
                PASSED, score(PASSED, ControlStatus.PASSED, new Counts(9, 0, 0, 0)),
                RETIRED, score(RETIRED, ControlStatus.FAILED, new Counts(9, 1000, 0, 0)));
        var open = Map.of(OLD, new RepairSum(1, NOW.minus(Duration.ofDays(90)).getEpochSecond(), 0, 0));
        return priorities.list(new Posture(score, now), open, deadlines.times(), Circle.ALL, limit);
    }

    private static ControlScore score(ControlId id, ControlStatus status, Counts counts) {
        return new ControlScore(id, status, counts, counts, List.of(), NOW);
    }
}
