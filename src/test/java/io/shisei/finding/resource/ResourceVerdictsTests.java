package io.shisei.finding.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Plan;
import io.shisei.control.Severity;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import io.shisei.coverage.Evaluations;
import io.shisei.coverage.Place;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.resource.ResourceVerdict.State;
import io.shisei.inventory.Document;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.StoredResource;
import io.shisei.test.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourceVerdictsTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ACCOUNT = "123456789012";
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final ResourceType BUCKET = Types.BUCKET;
    private static final StoredResource STORED = new StoredResource(
            new UUID(0, 1),
            ACCOUNT,
            "eu-west-1",
            BUCKET.name(),
            "arn:aws:s3:::data",
            "data",
            Map.of(),
            false,
            Document.of(Map.of()),
            NOW,
            NOW,
            null);

    private final Findings findings = mock(Findings.class);
    private final Controls controls = mock(Controls.class);
    private final Evaluations evaluations = mock(Evaluations.class);
    private final Plan plan = mock(Plan.class);
    private final Map<ControlId, Verdict> judged = new HashMap<>();
    private final Set<ControlId> evaluated = new HashSet<>();
    private final ResourceVerdicts verdicts = new ResourceVerdicts(
            findings, controls, evaluations, new ResourceTypes(List.of(BUCKET)), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void nothingYet() {
        when(controls.find(any())).thenReturn(Optional.empty());
        when(controls.plan(null, ACCOUNT)).thenReturn(plan);
        when(plan.judge(any(), any())).thenReturn(judged);
        when(evaluations.judging(new Place(ACCOUNT, "eu-west-1"), BUCKET.name()))
                .thenReturn(evaluated);
        when(findings.of(STORED.id())).thenReturn(List.of());
    }

    @Test
    void showsTheFindingWhereThereIsOne() {
        judged.put(S3_8, new Verdict.Passed(Text.NONE));
        found(null);
        assertThat(verdicts.of(STORED))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(State.JUDGED))
                .satisfies(it -> assertThat(it.finding().complianceStatus()).isEqualTo(ComplianceStatus.FAILED));
    }

    @Test
    void doesNotApplyOnlyWhereItWasEvaluated() {
        judged.put(S3_8, new Verdict.NotApplicable());
        assertThat(state()).isEqualTo(State.NOT_EVALUATED);
        evaluated.add(S3_8);
        assertThat(state()).isEqualTo(State.NOT_APPLICABLE);
    }

    @Test
    void isNotEvaluatedWhereAVerdictWouldHaveLeftAFinding() {
        judged.put(S3_8, new Verdict.Passed(Text.NONE));
        evaluated.add(S3_8);
        assertThat(state()).isEqualTo(State.NOT_EVALUATED);
    }

    @Test
    void keepsWhatIsArchivedApart() {
        found(ArchiveReason.CONTROL_DISABLED);
        assertThat(state()).isEqualTo(State.ARCHIVED);
        judged.put(S3_8, new Verdict.NotApplicable());
        assertThat(state()).isEqualTo(State.NOT_EVALUATED);
        found(ArchiveReason.NOT_APPLICABLE);
        assertThat(state()).isEqualTo(State.NOT_APPLICABLE);
        found(ArchiveReason.RESOURCE_GONE);
        assertThat(state()).isEqualTo(State.ARCHIVED);
    }

    private State state() {
        return verdicts.of(STORED).getFirst().state();
    }

    private void found(@Nullable ArchiveReason archived) {
        when(findings.of(STORED.id()))
                .thenReturn(List.of(new Finding(
                        new UUID(0, 2),
                        S3_8,
                        Severity.HIGH,
                        ACCOUNT,
                        "eu-west-1",
                        new Finding.Subject(STORED.id(), STORED.arn(), BUCKET.name(), "data", Map.of()),
                        ComplianceStatus.FAILED,
                        Text.same("open"),
                        WorkflowStatus.NEW,
                        null,
                        null,
                        archived == null ? RecordState.ACTIVE : RecordState.ARCHIVED,
                        archived,
                        NOW,
                        NOW,
                        NOW,
                        null,
                        NOW,
                        1)));
    }
}
