package io.shisei.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.api.Some;
import io.shisei.comparison.LeftOut.Reason;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Evidence;
import io.shisei.database.CopyIn;
import io.shisei.database.TemporaryTables;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Findings;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.search.FindingSearch;
import io.shisei.inventory.StoredResources;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({
    HubFindings.class,
    StoredHubFindings.class,
    Comparisons.class,
    CopyIn.class,
    TemporaryTables.class,
    Findings.class,
    FindingSearch.class,
    StoredResources.class,
    Deadlines.class
})
class ComparisonsTests {

    private static final String ACCOUNT = Asff.ACCOUNT;
    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final ControlId EC2_7 = new ControlId("EC2.7");
    private static final ControlId IAM_7 = new ControlId("IAM.7");
    private static final String SETTINGS = "AWS::::Account:" + ACCOUNT;

    @Autowired
    HubFindings hub;

    @Autowired
    Comparisons comparisons;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Accounts accounts;

    @MockitoBean
    Controls controls;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void oneAccount() {
        Rows.account(jdbc, ACCOUNT);
        when(accounts.existsById(ACCOUNT)).thenReturn(true);
        when(accounts.hold(ACCOUNT)).thenReturn(Optional.of(Some.account()));
        when(clock.instant()).thenReturn(Instant.parse("2026-03-02T00:00:00Z"));
        when(controls.switches(ACCOUNT))
                .thenReturn(Map.of(S3_8, true, EC2_7, true, IAM_7, true, new ControlId("S3.9"), false));
        when(controls.all()).thenReturn(List.of(Some.control("IAM.7")));
        when(controls.find(any())).thenReturn(Optional.of(Some.control("S3.8")));
        when(controls.explain(any(), any(), any(), any(), any()))
                .thenReturn(new Evidence(Map.of("Name", "data"), List.of(), new TreeSet<>()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PASSED, PASSED, AGREE",
                "FAILED, FAILED, AGREE",
                "PASSED, FAILED, DIFFER",
                "FAILED, PASSED, DIFFER",
                "FAILED, -, ONLY_THEIRS",
                "-, PASSED, ONLY_OURS",
                "NOT_AVAILABLE, PASSED, UNKNOWN",
                "WARNING, -, UNKNOWN",
                "PASSED, WARNING, UNKNOWN",
                "WARNING, WARNING, UNKNOWN",
                "-, WARNING, UNKNOWN"
            })
    void holdsOneVerdictAgainstTheOther(@Nullable String theirs, @Nullable String ours, Agreement outcome) {
        if (ours != null) {
            found(S3_8, "arn:aws:s3:::data", "eu-west-1", ours);
        }
        bringIn(Asff.of(
                "S3.8",
                theirs == null ? "arn:aws:s3:::other" : "arn:aws:s3:::data",
                theirs == null ? "PASSED" : theirs));
        assertThat(list(S3_8))
                .filteredOn(it -> it.resource().equals("arn:aws:s3:::data"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.outcome()).isEqualTo(outcome);
                    assertThat(it.theirs() == null).isEqualTo(theirs == null);
                    assertThat(it.ours() == null).isEqualTo(ours == null);
                });
    }

    @Test
    void showsOursWithItsEvidence() {
        var finding = found(S3_8, "arn:aws:s3:::data", "eu-west-1", "FAILED");
        bringIn(Asff.of("S3.8", "arn:aws:s3:::data", "PASSED"));
        var differs = list(S3_8).getFirst();
        assertThat(differs.ours()).isNotNull();
        assertThat(differs.ours().finding().id()).isEqualTo(finding);
        assertThat(differs.ours().evidence())
                .isNotNull()
                .extracting(Evidence::values)
                .isEqualTo(Map.of("Name", "data"));
        assertThat(differs.theirs())
                .isEqualTo(new Compared.Theirs(
                        ComplianceStatus.PASSED,
                        WorkflowStatus.NEW,
                        "eu-west-1",
                        Instant.parse("2026-03-01T12:00:00.123Z")));
    }

    @Test
    void findsAResourceByItsArnWhateverTheRegionSays() {
        found(S3_8, "arn:aws:s3:::data", "global", "PASSED");
        bringIn(
                Asff.of("S3.8", "arn:aws:s3:::data", "FAILED"),
                Asff.of("S3.8", "arn:aws:s3:::data", "PASSED")
                        .with("Region", "us-east-1")
                        .with("UpdatedAt", "2026-03-01T13:00:00+00:00"));
        assertThat(outcomes()).containsExactly("S3.8 arn:aws:s3:::data AGREE");
        assertThat(left()).containsExactly(new LeftOut(Reason.REPEATED, 1, List.of()));
    }

    @Test
    void tellsTheSettingsOfRegionsApart() {
        found(EC2_7, SETTINGS, "eu-west-1", "PASSED");
        found(EC2_7, SETTINGS, "us-east-1", "FAILED");
        bringIn(
                Asff.of("EC2.7", SETTINGS, "PASSED"),
                Asff.of("EC2.7", SETTINGS, "PASSED").with("Region", "us-east-1"));
        assertThat(list(EC2_7))
                .extracting(Compared::region, Compared::outcome)
                .containsExactly(tuple("eu-west-1", Agreement.AGREE), tuple("us-east-1", Agreement.DIFFER));
    }

    @Test
    void takesGlobalSettingsForOneThough() {
        found(IAM_7, SETTINGS, "global", "FAILED");
        bringIn(
                Asff.of("IAM.7", SETTINGS, "FAILED"),
                Asff.of("IAM.7", SETTINGS, "FAILED").with("Region", "us-east-1"));
        assertThat(outcomes()).containsExactly("IAM.7 " + SETTINGS + " AGREE");
    }

    @Test
    void findsAResourceByTheLastPartOfItsArn() {
        found(EC2_7, "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1", "eu-west-1", "PASSED");
        found(EC2_7, SETTINGS, "eu-west-1", "PASSED");
        bringIn(
                Asff.of("EC2.7", "vpc-1", "PASSED"),
                Asff.of("EC2.7", ACCOUNT, "PASSED"),
                Asff.of("EC2.7", "vpc", "PASSED"));
        assertThat(outcomes())
                .containsExactly(
                        "EC2.7 " + SETTINGS + " AGREE",
                        "EC2.7 arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1 AGREE",
                        "EC2.7 vpc ONLY_THEIRS");
    }

    @Test
    void missesNoneInRegionsOfWhichNothingWasSaid() {
        found(S3_8, "arn:aws:s3:::near", "eu-west-1", "PASSED");
        found(S3_8, "arn:aws:s3:::far", "eu-north-1", "PASSED");
        bringIn(Asff.of("EC2.7", SETTINGS, "PASSED"));
        assertThat(outcomes())
                .containsExactly("EC2.7 " + SETTINGS + " ONLY_THEIRS", "S3.8 arn:aws:s3:::near ONLY_OURS");
    }

    @Test
    void countsByControl() {
        found(S3_8, "arn:aws:s3:::a", "eu-west-1", "PASSED");
        found(S3_8, "arn:aws:s3:::b", "eu-west-1", "FAILED");
        found(S3_8, "arn:aws:s3:::c", "eu-west-1", "WARNING");
        found(S3_8, "arn:aws:s3:::d", "eu-west-1", "FAILED");
        found(EC2_7, SETTINGS, "eu-west-1", "PASSED");
        bringIn(
                Asff.of("S3.8", "arn:aws:s3:::a", "PASSED"),
                Asff.of("S3.8", "arn:aws:s3:::b", "PASSED"),
                Asff.of("S3.8", "arn:aws:s3:::c", "PASSED"),
                Asff.of("S3.8", "arn:aws:s3:::e", "FAILED"),
                Asff.of("EC2.7", SETTINGS, "PASSED"));
        assertThat(comparisons.counts(ACCOUNT))
                .containsExactly(
                        new ControlComparison(S3_8, 1, 1, 1, 1, 1), new ControlComparison(EC2_7, 1, 0, 0, 0, 0));
        assertThat(list(null)).hasSize(6);
    }

    @Test
    void listsPageByPageWhatIsWanted() {
        bringIn(Stream.of("a", "b", "c", "d", "e")
                .map(name -> Asff.of("S3.8", "arn:aws:s3:::" + name, "PASSED"))
                .toArray(Asff[]::new));
        var only = Set.of(Agreement.ONLY_THEIRS);
        var first = comparisons.list(ACCOUNT, S3_8, only, new PageRequest(3, null));
        var second = comparisons.list(ACCOUNT, S3_8, only, new PageRequest(3, first.nextPageToken()));
        assertThat(Stream.of(first, second).flatMap(page -> page.items().stream()))
                .extracting(Compared::resource)
                .containsExactly(
                        "arn:aws:s3:::a", "arn:aws:s3:::b", "arn:aws:s3:::c", "arn:aws:s3:::d", "arn:aws:s3:::e");
        assertThat(first.total().count()).isEqualTo(5);
        assertThat(second.nextPageToken()).isNull();
        assertThat(comparisons
                        .list(ACCOUNT, S3_8, Set.of(Agreement.AGREE), PageRequest.first(3))
                        .items())
                .isEmpty();
    }

    @Test
    void namesWhatIsNotCompared() {
        var good = Asff.of("S3.8", "arn:aws:s3:::data", "PASSED");
        var old = good.with("Compliance", Map.of("Status", "FAILED")).with("UpdatedAt", "2026-02-01T00:00:00Z");
        var imported = hub.bringIn(
                ACCOUNT,
                file(Stream.of(
                        good,
                        good.with("GeneratorId", "aws-foundational-security-best-practices/v/1.0.0/S3.8"),
                        old.with("GeneratorId", "aws-foundational-security-best-practices/v/1.0.0/S3.8"),
                        old.with(
                                "GeneratorId",
                                "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.1"),
                        Asff.of("ACM.1", "arn:aws:acm:::c", "PASSED"),
                        Asff.of("S3.9", "arn:aws:s3:::data", "PASSED"),
                        good.with("AwsAccountId", "210987654321"),
                        good.with(
                                "ProductArn",
                                "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default"),
                        good.with("RecordState", "ARCHIVED"),
                        good.with("Resources", List.of()),
                        good.with("UpdatedAt", "yesterday"),
                        good.with("Region", "Dublin!"),
                        good.with("Compliance", Map.of("Status", "FINE", "SecurityControlId", "S3.8")),
                        new Asff(Map.of("Title", "x")))),
                "admin");
        assertThat(imported.findings()).isEqualTo(1);
        assertThat(imported.regions()).containsExactly("eu-west-1");
        assertThat(imported.leftOut())
                .extracting(LeftOut::reason, LeftOut::count)
                .containsExactlyInAnyOrder(
                        tuple(Reason.NOT_A_FINDING, 1L),
                        tuple(Reason.OTHER_ACCOUNT, 1L),
                        tuple(Reason.OTHER_PRODUCT, 1L),
                        tuple(Reason.NO_CONTROL, 1L),
                        tuple(Reason.CONTROL_NOT_EVALUATED, 2L),
                        tuple(Reason.ARCHIVED, 1L),
                        tuple(Reason.INCOMPLETE, 4L),
                        tuple(Reason.REPEATED, 2L));
        assertThat(imported.leftOut()).flatExtracting(LeftOut::names).contains("210987654321", "ACM.1", "S3.8");
        assertThat(list(S3_8))
                .extracting(it -> it.theirs().complianceStatus().name())
                .containsExactly("PASSED");
    }

    @Test
    void takesThePlaceOfTheImportBefore() {
        bringIn(Asff.of("S3.8", "arn:aws:s3:::old", "PASSED"));
        bringIn(Asff.of("S3.8", "arn:aws:s3:::new", "PASSED"));
        assertThat(outcomes()).containsExactly("S3.8 arn:aws:s3:::new ONLY_THEIRS");
        assertThatExceptionOfType(Refusal.Impossible.class)
                .isThrownBy(() -> bringIn(Asff.of("ACM.1", "arn:aws:acm:::c", "PASSED")))
                .withMessageContaining("CONTROL_NOT_EVALUATED: 1 [ACM.1]");
        assertThatExceptionOfType(Refusal.Unknown.class)
                .isThrownBy(() -> hub.bringIn("210987654321", file(Stream.of()), "admin"));
    }

    private List<LeftOut> left() {
        return hub.last(ACCOUNT).orElseThrow().leftOut();
    }

    private List<Compared> list(@Nullable ControlId control) {
        return comparisons
                .list(ACCOUNT, control, Set.of(), PageRequest.first(100))
                .items();
    }

    private List<String> outcomes() {
        return list(null).stream()
                .map(it -> it.controlId() + " " + it.resource() + " " + it.outcome())
                .toList();
    }

    private void bringIn(Asff... findings) {
        hub.bringIn(ACCOUNT, file(Stream.of(findings)), "admin");
    }

    private static ByteArrayInputStream file(Stream<Asff> findings) {
        var text = findings.map(Asff::toString).collect(Collectors.joining("\n"));
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private UUID found(ControlId control, String arn, String region, String status) {
        var id = UUID.randomUUID();
        Rows.finding(jdbc, id, ACCOUNT, control.value(), status, "NEW");
        jdbc.sql("update resource set arn = :arn, region = :region where id = :id")
                .param("arn", arn)
                .param("region", region)
                .param("id", id)
                .update();
        jdbc.sql("update finding set region = :region where id = :id")
                .param("region", region)
                .param("id", id)
                .update();
        return id;
    }
}
