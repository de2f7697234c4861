package io.shisei.suppression.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shisei.control.ControlId;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.FindingMatch.Exempt;
import io.shisei.finding.rule.TagMatch;
import io.shisei.refusal.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MutelistTests {

    private static final ControlId NOT_JUDGED = new ControlId("SNS.1");

    private static List<ForeignRule> read(String text) {
        return new Mutelist(id -> !id.equals(NOT_JUDGED)).read(text);
    }

    private static ForeignRule rule(String account, String check, String body) {
        return read("""
            # muted
            Mutelist:
              Accounts:
                "%s":
                  Checks:
                    "%s":
            %s\
            """.formatted(account, check, body.indent(10))).getFirst();
    }

    private static List<Refusal.Code> codes(ForeignRule rule) {
        return rule.remarks().stream().map(Refusal::code).toList();
    }

    private static Refusal.Code refused(String text) {
        return catchThrowableOfType(Refusal.Invalid.class, () -> read(text)).code();
    }

    private static FindingMatch match(ForeignRule rule) {
        return Objects.requireNonNull(rule.match(), () -> rule.remarks().toString());
    }

    @Test
    void isTakenWithRegionsResourcesTagsAndExceptions() {
        var rule = rule("123456789012", "s3_bucket_level_public_access_block", """
            Regions: ["eu-west-1", "eu-north-1"]
            Resources: ["ci-logs", ".+-logs", "^web"]
            Tags: ["team=web", "env=dev|env=test"]
            Exceptions:
              Resources: ["prod$"]
            Description: On purpose
            """);
        assertThat(rule.remarks()).isEmpty();
        assertThat(match(rule))
                .isEqualTo(new FindingMatch(
                        List.of(new ControlId("S3.8")),
                        List.of("123456789012"),
                        null,
                        List.of("eu-west-1", "eu-north-1"),
                        List.of(
                                "arn:*:s3:::*ci-logs*",
                                "arn:*:*:*:*:*/*ci-logs*",
                                "arn:*:*:*:*:*:*ci-logs*",
                                "arn:*:s3:::*?*-logs*",
                                "arn:*:*:*:*:*/*?*-logs*",
                                "arn:*:*:*:*:*:*?*-logs*",
                                "arn:*:s3:::web*",
                                "arn:*:*:*:*:*/web*",
                                "arn:*:*:*:*:*:web*"),
                        new TagMatch(
                                List.of(new TagMatch.Tag("team", "web")),
                                List.of(new TagMatch.Tag("env", "dev"), new TagMatch.Tag("env", "test")),
                                List.of()),
                        new Exempt(
                                null,
                                null,
                                List.of("arn:*:*:*:*:*prod", "arn:*:*:*:*:*/*prod", "arn:*:*:*:*:*:*prod"))));
        assertThat(rule)
                .extracting(ForeignRule::line, ForeignRule::name, ForeignRule::reason)
                .containsExactly(6, "123456789012 s3_bucket_level_public_access_block", "On purpose");
    }

    @Test
    void namesNothingWhereAnythingWillDo() {
        var rule = rule("*", "*", "Regions: [\"*\"]\nResources: [\"*\"]\nTags: [\"environment=dev\"]\n");
        assertThat(match(rule))
                .isEqualTo(new FindingMatch(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new TagMatch(List.of(new TagMatch.Tag("environment", "dev")), List.of(), List.of()),
                        Exempt.NOTHING));
        assertThat(rule("*", "*", "Regions: [\"*\"]\nResources: [\"*\"]\n").match())
                .isNull();
    }

    @Test
    void takesAllChecksOfAName() {
        var rule = rule("*", "cloudtrail_*", "Regions: [\"us-east-1\"]\nResources: [\"*\"]\n");
        assertThat(match(rule).controlIds()).contains(new ControlId("CloudTrail.2"), new ControlId("CloudTrail.4"));
        assertThat(match(rule).regions()).containsExactly("us-east-1", "global");
        assertThat(codes(rule)).contains(ForeignCode.GLOBAL_TOO);
    }

    /** Whoever mutes one rule for passwords does not mean all of them. */
    @Test
    void leavesOutControlsOfWhichAPartIsMuted() {
        var rule = rule("*", "iam_password_policy_symbol", "Regions: [\"*\"]\nResources: [\"*\"]\n");
        assertThat(rule.match()).isNull();
        assertThat(codes(rule)).contains(ForeignCode.PART_OF_CONTROL);
        assertThat(rule.remarks().getFirst().arguments()).containsExactly("IAM.7");
    }

    @Test
    void saysThatItExemptsMore() {
        var rule = rule("*", "s3_bucket_level_public_access_block", """
            Regions: ["*"]
            Resources: ["*"]
            Exceptions:
              Accounts: ["210987654321"]
              Regions: ["eu-west-1"]
              Tags: ["env=prod"]
            """);
        assertThat(match(rule).except()).isEqualTo(new Exempt(List.of("210987654321"), List.of("eu-west-1"), null));
        assertThat(match(rule).tags().none()).containsExactly(new TagMatch.Tag("env", "prod"));
        assertThat(codes(rule)).containsExactly(ForeignCode.EXEMPTS_MORE, ForeignCode.EXEMPTS_EXACTLY);
    }

    /** Prowler finds users, roles and the root in the first region. */
    @Test
    void exemptsWhatHasNoRegionWithTheFirstOne() {
        var rule = rule("*", "iam_*", """
            Regions: ["*"]
            Resources: ["ci"]
            Exceptions: {Regions: [us-east-1]}
            """);
        assertThat(match(rule).except().regions()).containsExactly("us-east-1", "global");
        assertThat(codes(rule)).contains(ForeignCode.GLOBAL_TOO);
    }

    /** Prowler looks no further in the checks of an account once an exception fits. */
    @Test
    void keepsToTheExceptionsOfWhatStandsBefore() {
        var rules = read("""
            Mutelist:
              Accounts:
                "*":
                  Checks:
                    "s3_*":
                      Regions: ["*"]
                      Resources: ["ci"]
                      Exceptions: {Accounts: ["210987654321"]}
                    s3_bucket_level_public_access_block: {Regions: ["*"], Resources: ["logs"]}
                    cloudtrail_log_file_validation_enabled: {Regions: ["*"], Resources: ["logs"]}
                "123456789012":
                  Checks:
                    s3_bucket_level_public_access_block: {Regions: ["*"], Resources: ["logs"]}
            """);
        assertThat(match(rules.get(1)).except().accountIds()).containsExactly("210987654321");
        assertThat(codes(rules.get(1))).containsExactly(ForeignCode.EXEMPTS_EARLIER);
        assertThat(match(rules.get(2)).except()).isEqualTo(Exempt.NOTHING);
        assertThat(match(rules.get(3)).except()).isEqualTo(Exempt.NOTHING);
    }

    /** Each type of resource has a word in its ARN, which Prowler does not look at. */
    @Test
    void doesNotFindTheWordOfAType() {
        var database = "arn:aws:rds:eu-west-1:123456789012:db:shop";
        for (var regex : List.of("db", "^db", "d.*")) {
            assertThat(ResourceRegex.patterns(regex).orElseThrow()).as(regex).noneMatch(it -> fits(it, database));
            assertThat(ResourceRegex.exempt(regex).orElseThrow()).as(regex).anyMatch(it -> fits(it, database));
        }
        assertThat(ResourceRegex.patterns("sho").orElseThrow()).anyMatch(it -> fits(it, database));
    }

    @Test
    void readsATagWithoutAValueAsAnyValue() {
        var body = "{Regions: ['*'], Resources: ['*'], Tags: ['env='], Exceptions: {Tags: ['keep=']}}\n";
        assertThat(match(rule("*", "*", body)).tags())
                .isEqualTo(new TagMatch(
                        List.of(new TagMatch.Tag("env", null)), List.of(), List.of(new TagMatch.Tag("keep", null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{Checks: }", "{Checks: [a]}", "[a]"})
    void namesAnAccountWithoutChecks(String body) {
        var rules = read("Mutelist:\n  Accounts:\n    '*': %s\n".formatted(body));
        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.line()).isEqualTo(3);
            assertThat(rule.match()).isNull();
            assertThat(codes(rule)).containsExactly(ForeignCode.NAMES_NOTHING);
        });
    }

    /** A tab where it cannot be, a text that does not end, a colon too many, a bracket that is never closed. */
    @ParameterizedTest
    @CsvSource({
        "'Mutelist:\n\tAccounts:\n', 2",
        "'a: 1\nb: 2\nc:\n  d: 1\n\te: 2\n', 5",
        "'a: 1\nb: 2\nc: d: e\n', 3",
        "'a:\n  b: 1\n c: 2\n', 3",
        "'a: 1\nb: ]\n', 2"
    })
    void namesTheLineThatCannotBeRead(String text, int line) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.arguments()).containsExactly(String.valueOf(line)));
    }

    @Test
    void losesNothingBehindTheFirstDocument() {
        var text = "Mutelist: {Accounts: {'*': {Checks: {'*': {Regions: ['*'], Resources: ['ci']}}}}}\n";
        assertThat(read("---\n" + text + "...\n")).hasSize(1);
        assertThat(refused(text + "---\n" + text)).isEqualTo(ForeignCode.SEVERAL_DOCUMENTS);
        assertThat(refused("{\"Mutelist\": {}}\n{\"Mutelist\": {}}")).isEqualTo(ForeignCode.NOT_YAML);
    }

    @Test
    void isReadWithAByteOrderMarkAndLinesAsWindowsHasThem() {
        var text = """
            Mutelist:
              Accounts:
                "*": {Checks: {s3_bucket_level_public_access_block: {Regions: ["*"], Resources: ["*"]}}}
            """.replace("\n", "\r\n");
        assertThat(read("\uFEFF" + text))
                .singleElement()
                .extracting(ForeignRule::match)
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
        no_such_check ; {Regions: ["*"], Resources: ["*"]} ; UNKNOWN_CHECK
        sns_topics_kms_encryption_at_rest_enabled ; {Regions: ["*"], Resources: ["*"]} ; UNKNOWN_CHECK
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["(a|b)c"]} ; NOT_A_PATTERN
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["a{3}"]} ; NOT_A_PATTERN
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["*"], Tags: ["a=1|a=2", "b=1|b=2"]} ; TAGS_TOO_RICH
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["*"], Tags: ["team"]} ; TAGS_TOO_RICH
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["*"], Exceptions: {Regions: ["*"]}} ; EXEMPTS_ALL
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["*"], Severity: [low]} ; UNKNOWN_KEY
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["*"], Exceptions: {Resource: [prod]}} ; UNKNOWN_KEY
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["*"], Exceptions: [prod]} ; NAMES_NOTHING
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["*"], Exceptions: {Tags: {env: prod}}} ; NAMES_NOTHING
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: ["*"], Tags: {env: dev}} ; NAMES_NOTHING
        s3_bucket_level_public_access_block ; {Regions: ["*"]} ; NAMES_NOTHING
        s3_bucket_level_public_access_block ; {Regions: ["*"], Resources: []} ; NAMES_NOTHING
        s3_bucket_level_public_access_block ; {Regions: null, Resources: ["*"]} ; NAMES_NOTHING
        s3_bucket_level_public_access_block ; {Regions: {eu-west-1: yes}, Resources: ["*"]} ; NAMES_NOTHING
        """)
    void leavesOutWhatWouldHideSomethingElse(String check, String body, ForeignCode code) {
        var rule = rule("*", check, body + "\n");
        assertThat(rule.match()).isNull();
        assertThat(codes(rule)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "Mutelist: {Accounts: {}}", "a: [", "Mutelist: &a {b: *a}", "\tx"})
    void isRefusedWhereItIsNone(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Refusal.Invalid.class);
    }

    /** Held against the expressions themselves, as Prowler searches with them in the part of an ARN after the account. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ci-logs      ; bucket-ci-logs-replica
        ci-logs      ; ci-log
        .+-logs      ; qa-logs
        .+-logs      ; -logs
        ^web         ; web-1
        ^web         ; instance/web-1
        ^web         ; my-web
        web$         ; my-web
        web$         ; web-1
        ^web$        ; web
        a.c          ; xabcx
        a\\.c      ; abc
        a\\.c      ; a.c
        *-dev        ; x-dev-1
        one~two      ; the-two
        """)
    void finds(String pair) {
        var parts = pair.replace('~', '|').split("\\s*;\\s*");
        var regex = parts[0].replace("\\\\", "\\");
        var resource = parts[1].strip();
        var searched = regex.startsWith("*") ? ".*" + regex.substring(1) : regex;
        var name = resource.substring(resource.lastIndexOf('/') + 1);
        var patterns = ResourceRegex.patterns(regex).orElseThrow();
        var arn = (resource.equals(name) ? "arn:aws:s3:::" : "arn:aws:x:eu-west-1:1:") + resource;
        assertThat(patterns.stream().anyMatch(pattern -> fits(pattern, arn)))
                .isEqualTo(Pattern.compile(searched).matcher(name).find());
    }

    private static boolean fits(String pattern, String arn) {
        var regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.matches(regex, arn);
    }

    @Test
    void cannotSayTheRest() {
        for (var regex : List.of("[ab]", "a+", "a?", "(a)", "\\d", "a{2}", "a|", "", "^", "a$b")) {
            assertThat(ResourceRegex.patterns(regex)).as(regex).isEqualTo(Optional.empty());
        }
    }
}
