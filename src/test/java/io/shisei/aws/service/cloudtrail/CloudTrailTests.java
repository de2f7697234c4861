package io.shisei.aws.service.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Document;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import io.shisei.test.Gate.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is read from the answers in {@code *.json} beside these tests. */
class CloudTrailTests {

    private static final String TRAILS = "MultiRegionTrails";

    private final StubAws aws = new StubAws(new RecordedAnswers(CloudTrailTests.class.getPackageName()));
    private final Probe probe = Probe.over(new CloudTrail(), aws, Duration.ofSeconds(10));

    @Test
    void readsTrailsOfAllRegionsOnly() {
        assertThat(names(read())).containsExactly("everything", "security");
    }

    @Test
    void keepsTheTrailsThatAnswerBesideTheGapOfOneThatDoesNot() {
        var asked = new AtomicInteger();
        aws.meddle(
                "CloudTrail GetTrailStatus",
                (request, behind) -> asked.incrementAndGet() == 2
                        ? new Reply(400, "application/x-amz-json-1.1", "{\"__type\": \"AccessDeniedException\"}")
                        : behind.answer(request));
        var document = read();
        assertThat(names(document)).containsExactly("everything");
        assertThat(document.gaps().get(TRAILS).summary()).isEqualTo("cloudtrail:GetTrailStatus AccessDeniedException");
    }

    @Test
    void asksForSelectorsOnlyWhereATrailLogs() {
        aws.meddle(
                "CloudTrail GetTrailStatus",
                (request, behind) -> new Reply(200, "application/x-amz-json-1.1", "{\"IsLogging\": false}"));
        aws.meddle(
                "CloudTrail GetEventSelectors",
                (request, behind) ->
                        new Reply(400, "application/x-amz-json-1.1", "{\"__type\": \"AccessDeniedException\"}"));
        var document = read();
        assertThat(names(document)).containsExactly("everything", "security");
        assertThat(document.gaps()).isEmpty();
    }

    @Test
    void asksNoMemberOfAnOrganizationForSelectorsThatItsTrailDoesNotHave() {
        refuseSelectorsOf("444455556666");
        var document = read();
        assertThat(names(document)).containsExactly("everything", "security");
        assertThat(document.gaps()).isEmpty();
    }

    @Test
    void missesSelectorsThatTheTrailOfAnOrganizationHas() {
        refuseSelectorsOf("444455556666");
        aws.meddle("CloudTrail DescribeTrails", (request, behind) -> new Reply(200, "application/x-amz-json-1.1", """
                        {"trailList": [{
                          "TrailARN": "arn:aws:cloudtrail:eu-west-1:444455556666:trail/security", "HomeRegion": "eu-west-1",
                          "IsMultiRegionTrail": true, "IsOrganizationTrail": true, "HasCustomEventSelectors": true
                        }]}
                        """));
        var document = read();
        assertThat(names(document)).isEmpty();
        assertThat(document.gaps().get(TRAILS).summary())
                .isEqualTo("cloudtrail:GetEventSelectors CloudTrailARNInvalidException");
    }

    @Test
    void asksForSelectorsOfItsOwnTrailsWhateverTheySay() {
        refuseSelectorsOf("111122223333");
        assertThat(names(read())).containsExactly("security");
    }

    private void refuseSelectorsOf(String account) {
        aws.meddle(
                "CloudTrail GetEventSelectors",
                (request, behind) -> request.contains(account)
                        ? new Reply(
                                400, "application/x-amz-json-1.1", "{\"__type\": \"CloudTrailARNInvalidException\"}")
                        : behind.answer(request));
    }

    private Document read() {
        return probe.read("AWS::CloudTrail::Trails", TRAILS).only().document();
    }

    private static List<Object> names(Document document) {
        return ((List<?>) document.fields().get(TRAILS))
                .stream()
                        .map(trail -> (Object) ((Map<?, ?>) ((Map<?, ?>) trail).get("Trail")).get("Name"))
                        .toList();
    }
}
