package io.shisei.aws.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Document;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import io.shisei.test.Gate.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What is read from the answers in {@code *.json} beside these tests. */
class ConfigTests {

    private final StubAws aws = new StubAws(new RecordedAnswers(ConfigTests.class.getPackageName()));
    private final Probe probe = Probe.over(new Config(), aws, Duration.ofSeconds(10));

    @Test
    void readsTheRecorderOfTheCustomerAndNoneThatAServiceMadeForItself() {
        var document = read("Recorders", "Recording");
        assertThat(only(document, "Recorders"))
                .containsEntry("name", "default")
                .containsEntry(
                        "roleARN",
                        "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig");
        assertThat(document.fields()).containsEntry("Recording", false);
    }

    @Test
    void readsWhereSecurityHubBringsFindingsTogether() {
        assertThat(only(read("FindingAggregators"), "FindingAggregators"))
                .containsEntry("FindingAggregationRegion", "eu-west-1")
                .containsEntry("Regions", List.of("us-east-1", "us-west-2"));
        assertThat(read("SecurityHub").fields().get("SecurityHub"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("HubArn", "arn:aws:securityhub:us-east-1:111122223333:hub/default");
    }

    @Test
    void anAccountWithoutSecurityHubHasNoneOfThatAndNoGap() {
        for (var operation : List.of("ListFindingAggregators", "DescribeHub", "DescribeSecurityHubV2")) {
            aws.meddle(
                    "SecurityHub " + operation,
                    (request, behind) -> new Reply(
                            401,
                            "application/json",
                            "{\"__type\": \"InvalidAccessException\", \"Code\": \"InvalidAccessException\", \"Message\":"
                                    + " \"Account 111122223333 is not subscribed to AWS Security Hub\"}"));
        }
        var document = read("FindingAggregators", "SecurityHub", "SecurityHubV2");
        assertThat(document.fields()).isEqualTo(Map.of("FindingAggregators", List.of()));
        assertThat(document.gaps()).isEmpty();
    }

    @Test
    void anAggregatorThatIsRefusedIsAGap() {
        aws.meddle(
                "SecurityHub GetFindingAggregator",
                (request, behind) -> new Reply(
                        403, "application/json", "{\"__type\": \"AccessDeniedException\", \"Message\": \"no\"}"));
        assertThat(read("FindingAggregators").gaps().get("FindingAggregators").summary())
                .isEqualTo("securityhub:GetFindingAggregator AccessDeniedException");
    }

    private Document read(String... parts) {
        return probe.read("AWS::Config::Recording", parts).only().document();
    }

    @SuppressWarnings("unchecked") // a structure of a document
    private static Map<String, Object> only(Document document, String field) {
        var all = (List<Object>) document.fields().get(field);
        assertThat(all).hasSize(1);
        return (Map<String, Object>) all.getFirst();
    }
}
