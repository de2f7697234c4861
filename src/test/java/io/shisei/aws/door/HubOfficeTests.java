package io.shisei.aws.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.aws.kind.FakeAws;
import io.shisei.aws.kind.FakeAws.Reply;
import io.shisei.aws.rate.AwsSettings;
import io.shisei.aws.rate.Governor;
import io.shisei.aws.rate.Settings;
import io.shisei.comparison.AsffFields;
import io.shisei.comparison.fetch.UnreadRegion;
import io.shisei.comparison.fetch.UnreadRegion.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against an endpoint that answers as Security Hub does. */
class HubOfficeTests {

    private static final String FINDING = """
            {"Id": "f%s", "AwsAccountId": "123456789012", "GeneratorId": "security-control/S3.8", "Region": "us-east-1",
             "ProductArn": "arn:aws:securityhub:us-east-1::product/aws/securityhub", "RecordState": "ACTIVE",
             "UpdatedAt": "2026-03-01T00:00:00Z", "Compliance": {"Status": "FAILED", "SecurityControlId": "S3.8"},
             "Workflow": {"Status": "NOTIFIED"}, "Resources": [{"Type": "AwsS3Bucket", "Id": "arn:aws:s3:::b%s", "Region": "us-east-1"}]}""";
    private static final AwsSettings SETTINGS = Settings.with(Map.of("max-attempts", 1));

    private final List<JsonNode> asked = new ArrayList<>();
    private final Account account =
            new Account(new Identity("123456789012", "aws"), "shop", Access.DEFAULT, null, Instant.EPOCH);
    private final HubOffice office = new HubOffice(new Governor(SETTINGS), SETTINGS);

    @Test
    void readsPageByPageWhatStands() throws Exception {
        var found = new ArrayList<AsffFields>();
        try (var aws = FakeAws.answering(this::page)) {
            assertThat(office.each(account, "us-east-1", found::add)).isEmpty();
            assertThat(aws.requests()).isEqualTo(2);
        }
        assertThat(found)
                .extracting(it -> it.text(AsffFields.RESOURCE))
                .containsExactly("arn:aws:s3:::b1", "arn:aws:s3:::b2");
        var first = found.getFirst();
        assertThat(List.of(
                        first.text(AsffFields.CONTROL),
                        first.text(AsffFields.STATUS),
                        first.text(AsffFields.WORKFLOW),
                        first.text(AsffFields.UPDATED_AT),
                        first.text(AsffFields.RECORD_STATE)))
                .containsExactly("S3.8", "FAILED", "NOTIFIED", "2026-03-01T00:00:00Z", "ACTIVE");
    }

    @Test
    void asksForTheAccountsOwnActiveFindingsOfControls() throws Exception {
        try (var aws = FakeAws.answering(this::page)) {
            office.each(account, "us-east-1", fields -> {});
        }
        var filters = asked.getFirst().get("Filters");
        assertThat(filters.at("/AwsAccountId/0/Value").asString()).isEqualTo("123456789012");
        assertThat(filters.at("/RecordState/0/Value").asString()).isEqualTo("ACTIVE");
        assertThat(filters.at("/GeneratorId/0/Comparison").asString()).isEqualTo("PREFIX");
        assertThat(asked.getFirst().get("MaxResults").asInt()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "401, InvalidAccessException, NOT_ENABLED",
        "403, AccessDeniedException, DENIED",
        "400, InvalidInputException, FAILED"
    })
    void tellsADenialFromARegionWithoutSecurityHub(int status, String error, Why why) throws Exception {
        var body = "{\"__type\": \"%s\", \"Message\": \"no\"}".formatted(error);
        try (var aws = FakeAws.answering(request -> new Reply(status, "application/json", body))) {
            var unread = office.each(account, "us-east-1", fields -> {}).orElseThrow();
            assertThat(unread).isEqualTo(new UnreadRegion("us-east-1", why, error, "no"));
        }
    }

    @Test
    void anAnswerThatSaysNothingIsNotThatThereIsNothing() throws Exception {
        try (var aws = FakeAws.answering(request -> new Reply(200, "application/json", "{}"))) {
            var unread = office.each(account, "us-east-1", fields -> {}).orElseThrow();
            assertThat(unread.why()).isEqualTo(Why.FAILED);
        }
    }

    private Reply page(String request) {
        var body = JsonMapper.shared().readTree(request.substring(request.indexOf('{')));
        asked.add(body);
        var page = body.get("NextToken") == null ? 1 : 2;
        var next = page == 1 ? ", \"NextToken\": \"two\"" : "";
        return new Reply(
                200, "application/json", "{\"Findings\": [" + FINDING.formatted(page, page) + "]" + next + "}");
    }
}
