package io.shisei.suppression.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.FindingMatch.Exempt;
import io.shisei.finding.rule.TagMatch;
import io.shisei.refusal.Refusal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomationRulesTests {

    private static final String SUPPRESS = """
        [{"Type": "FINDING_FIELDS_UPDATE", "FindingFieldsUpdate": {"Workflow": {"Status": "SUPPRESSED"}}}]\
        """;

    private static ForeignRule rule(String criteria, String actions) {
        var text = """
            {
              "Rules": [
                {"RuleArn": "arn:aws:securityhub:us-east-1:123456789012:automation-rule/a1", "RuleStatus": "ENABLED",
                 "RuleOrder": 1, "RuleName": "Sandbox", "Description": "Only for trials", "IsTerminal": false,
                 "Criteria": {%s}, "Actions": %s}],
              "UnprocessedAutomationRules": []
            }\
            """.formatted(criteria, actions);
        return AutomationRules.read(text).getFirst();
    }

    private static ForeignRule rule(String criteria) {
        return rule(criteria, SUPPRESS);
    }

    private static List<Refusal.Code> codes(ForeignRule rule) {
        return rule.remarks().stream().map(Refusal::code).toList();
    }

    @Test
    void takeAllThatOursSayTheSame() {
        var rule = rule("""
            "AwsAccountId": [{"Value": "123456789012", "Comparison": "EQUALS"}],
            "ResourceRegion": [{"Value": "eu-west-1", "Comparison": "EQUALS"}, {"Value": "eu-north-1", "Comparison": "EQUALS"}],
            "ResourceId": [{"Value": "arn:aws:s3:::test-", "Comparison": "PREFIX"},
                           {"Value": "-prod", "Comparison": "NOT_CONTAINS"}],
            "ResourceTags": [{"Key": "env", "Value": "dev", "Comparison": "EQUALS"},
                             {"Key": "env", "Value": "test", "Comparison": "EQUALS"},
                             {"Key": "keep", "Value": "yes", "Comparison": "NOT_EQUALS"}],
            "GeneratorId": [{"Value": "security-control/S3.8", "Comparison": "EQUALS"}],
            "ProductName": [{"Value": "Security Hub", "Comparison": "EQUALS"}],
            "WorkflowStatus": [{"Value": "NEW", "Comparison": "EQUALS"}],
            "RecordState": [{"Value": "ACTIVE", "Comparison": "EQUALS"}]\
            """);
        assertThat(rule.remarks()).isEmpty();
        assertThat(rule.match())
                .isEqualTo(new FindingMatch(
                        List.of(new ControlId("S3.8")),
                        List.of("123456789012"),
                        null,
                        List.of("eu-west-1", "eu-north-1"),
                        List.of("arn:aws:s3:::test-*"),
                        new TagMatch(
                                List.of(),
                                List.of(new TagMatch.Tag("env", "dev"), new TagMatch.Tag("env", "test")),
                                List.of(new TagMatch.Tag("keep", "yes"))),
                        new Exempt(null, null, List.of("*-prod*"))));
        assertThat(rule)
                .extracting(ForeignRule::line, ForeignRule::name, ForeignRule::reason)
                .containsExactly(3, "Sandbox", "Only for trials");
    }

    @Test
    void nameWhatIsTakenOtherwise() {
        var actions = """
            [{"Type": "FINDING_FIELDS_UPDATE", "FindingFieldsUpdate": {"Workflow": {"Status": "SUPPRESSED"},
              "Severity": {"Label": "LOW"}, "Note": {"Text": "By contract", "UpdatedBy": "me"}}}]\
            """;
        var criteria = """
            "ComplianceSecurityControlId": [{"Value": "EC2.18", "Comparison": "EQUALS"}],
            "ComplianceStatus": [{"Value": "FAILED", "Comparison": "EQUALS"}]\
            """;
        var rule = rule(criteria, actions);
        assertThat(rule.match()).isNotNull();
        assertThat(codes(rule)).containsExactly(ForeignCode.OTHER_ACTIONS, ForeignCode.WHATEVER_IT_SAYS);
        assertThat(rule.reason()).isEqualTo("By contract");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "SeverityLabel": [{"Value": "LOW", "Comparison": "EQUALS"}]                       | UNKNOWN_CRITERION
        "ResourceType": [{"Value": "AwsS3Bucket", "Comparison": "EQUALS"}]                | UNKNOWN_CRITERION
        "ProductName": [{"Value": "GuardDuty", "Comparison": "EQUALS"}]                   | UNKNOWN_CRITERION
        "ProductName": [{"Value": "Security Hub", "Comparison": "NOT_EQUALS"}]            | UNKNOWN_CRITERION
        "AwsAccountId": [{"Value": "12", "Comparison": "PREFIX"}]                         | UNKNOWN_COMPARISON
        "ResourceTags": [{"Key": "env", "Value": "dev", "Comparison": "CONTAINS"}]        | UNKNOWN_COMPARISON
        "ComplianceSecurityControlId": [{"Value": "S3.8", "Comparison": "NOT_EQUALS"}]    | UNKNOWN_COMPARISON
        "CreatedAt": [{"DateRange": {"Value": 3, "Unit": "DAYS"}}]                        | UNKNOWN_CRITERION
        "ProductArn": [{"Value": "arn:aws:securityhub:us-east-1::product/aws/securityhub", "Comparison": "EQUALS"}] | UNKNOWN_CRITERION
        "WorkflowStatus": [{"Value": "NOTIFIED", "Comparison": "EQUALS"}]                 | UNKNOWN_CRITERION
        "WorkflowStatus": [{"Value": "NEW", "Comparison": "NOT_EQUALS"}]                  | UNKNOWN_CRITERION
        "ResourceId": [{"Value": "arn:aws:s3:::test-*", "Comparison": "EQUALS"}]          | NOT_A_PATTERN
        "ResourceId": [{"Value": "web-?", "Comparison": "NOT_CONTAINS"}]                  | NOT_A_PATTERN
        "ResourceId": [{"Comparison": "CONTAINS"}]                                        | NAMES_NOTHING
        "AwsAccountId": [{"Value": null, "Comparison": "NOT_EQUALS"}]                     | NAMES_NOTHING
        "ResourceTags": [{"Key": "env", "Comparison": "EQUALS"}]                          | NAMES_NOTHING
        "AwsAccountId": []                                                                | NAMES_NOTHING
        "AwsAccountId": "123456789012"                                                    | NAMES_NOTHING
        """)
    void leaveOutWhatWouldHideSomethingElse(String criterion, ForeignCode code) {
        var rule = rule(criterion + ", \"ResourceRegion\": [{\"Value\": \"eu-west-1\", \"Comparison\": \"EQUALS\"}]");
        assertThat(rule.match()).isNull();
        assertThat(codes(rule)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\r\n", ""})
    void areReadHoweverTheyAreWritten(String before) {
        var text = before + "{\"Rules\":[\t{\r\n\t\"RuleName\":\"a\\tb\",\"Criteria\":{\"AwsAccountId\":"
                + "[{\"Value\":\"012345678901\",\"Comparison\":\"EQUALS\"}]},\"Actions\":" + SUPPRESS + "}]}";
        var rule = AutomationRules.read(text).getFirst();
        assertThat(rule.name()).isEqualTo("a\tb");
        assertThat(Objects.requireNonNull(rule.match()).accountIds()).containsExactly("012345678901");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "ComplianceStatus": [{"Value": "PASSED", "Comparison": "EQUALS"}]
        "ComplianceStatus": [{"Value": "FAILED", "Comparison": "NOT_EQUALS"}]
        """)
    void leaveOutWhatHidesOnlyWhatDoesNotFail(String criterion) {
        var rule = rule(criterion + ", \"ResourceRegion\": [{\"Value\": \"eu-west-1\", \"Comparison\": \"EQUALS\"}]");
        assertThat(rule.match()).isNull();
        assertThat(codes(rule)).contains(ForeignCode.UNKNOWN_CRITERION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "WorkflowStatus": [{"Value": "SUPPRESSED", "Comparison": "NOT_EQUALS"}]
        "ProductName": [{"Value": "GuardDuty", "Comparison": "NOT_EQUALS"}]
        "ProductArn": [{"Value": "product/aws/securityhub", "Comparison": "CONTAINS"}]
        """)
    void takeWhatAllFindingsAre(String criterion) {
        var rule = rule(criterion + ", \"ResourceRegion\": [{\"Value\": \"eu-west-1\", \"Comparison\": \"EQUALS\"}]");
        assertThat(rule.match()).isNotNull();
        assertThat(rule.remarks()).isEmpty();
    }

    private static String ordered(String name, int order, boolean terminal, String status, String account) {
        return """
            {"RuleName": "%s", "RuleStatus": "ENABLED", "RuleOrder": %d, "IsTerminal": %s,
             "Criteria": {"AwsAccountId": [{"Value": "%s", "Comparison": "EQUALS"}]},
             "Actions": [{"FindingFieldsUpdate": {%s}}]}\
            """.formatted(
                        name,
                        order,
                        terminal,
                        account,
                        status.isEmpty() ? "" : "\"Workflow\": {\"Status\": \"" + status + "\"}");
    }

    /** The last of two rules suppresses, at order 5; the first is as told. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        1, true, '',         false, 123456789012, true
        1, true, NOTIFIED,   false, 123456789012, true
        5, true, '',         false, 123456789012, true
        9, true, '',         false, 123456789012, false
        1, true, SUPPRESSED, false, 123456789012, false
        1, true, '',         false, 210987654321, false
        1, false, NOTIFIED,  false, 123456789012, false
        9, false, NOTIFIED,  false, 123456789012, true
        9, false, NOTIFIED,  true,  123456789012, false
        9, false, '',        false, 123456789012, false
        """)
    void leaveOutWhatOtherRulesKeepFromBeingSuppressed(
            int order, boolean terminal, String status, boolean last, String account, boolean leftOut) {
        var rules = AutomationRules.read("{\"Rules\": [%s, %s]}"
                .formatted(
                        ordered("Other", order, terminal, status, account),
                        ordered("Hide", 5, last, "SUPPRESSED", "123456789012")));
        var rule = rules.getLast();
        assertThat(codes(rule)).isEqualTo(leftOut ? List.of(ForeignCode.OTHER_RULE) : List.of());
        assertThat(rule.match() == null).isEqualTo(leftOut);
    }

    @Test
    void doNotMindRulesForOtherProducts() {
        var other = ordered("Other", 1, true, "", "123456789012")
                .replace(
                        "\"AwsAccountId\": [{\"Value\": \"123456789012\"",
                        "\"ProductName\": [{\"Value\": \"GuardDuty\"");
        var rules = AutomationRules.read(
                "{\"Rules\": [%s, %s]}".formatted(other, ordered("Hide", 5, false, "SUPPRESSED", "123456789012")));
        assertThat(rules.getLast().remarks()).isEmpty();
    }

    @Test
    void leaveOutWhatDoesNotSuppressOrIsOff() {
        var criterion = "\"ResourceRegion\": [{\"Value\": \"eu-west-1\", \"Comparison\": \"EQUALS\"}]";
        var other = "[{\"FindingFieldsUpdate\": {\"Severity\": {\"Label\": \"LOW\"}}}]";
        assertThat(codes(rule(criterion, other))).containsExactly(ForeignCode.DOES_NOT_SUPPRESS);
        var notOurs = rule("\"GeneratorId\": [{\"Value\": \"aws/guardduty\", \"Comparison\": \"EQUALS\"}]");
        assertThat(notOurs.match()).isNull();
        assertThat(notOurs.remarks().getFirst().code()).isEqualTo(ControlCode.NOT_A_CONTROL);
        var off = AutomationRules.read(
                        "{\"Rules\": [{\"RuleStatus\": \"DISABLED\", \"Criteria\": {}, \"Actions\": %s}]}"
                                .formatted(SUPPRESS))
                .getFirst();
        assertThat(off.match()).isNull();
        assertThat(codes(off)).containsExactly(ForeignCode.SWITCHED_OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"Rules\": 3}",
                "null",
                "{",
                "\u0000",
                "a: *b",
                "- - - x",
                "{\"Rules\": [{\"RuleName\": \"\\u0000\"}]}",
                "{\"Rules\": [{\"RuleName\": \"\\ud800\"}]}"
            })
    void areRefusedWhereThereAreNone(String text) {
        assertThatThrownBy(() -> AutomationRules.read(text)).isInstanceOf(Refusal.Invalid.class);
    }
}
