package io.shisei.control.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.control.Shipped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemediesTests {

    private static final String BUCKET = "aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json";

    private final Remedies remedies = new Remedies();

    private static Failing bucket(String name) {
        return new Failing("AWS::S3::Bucket", "arn:aws:s3:::" + name, "123456789012", "eu-west-1");
    }

    @Test
    void tellsWhatIsReadFromWhatIsRun() {
        assertThat(remedies.steps("Do this:\nand that:\n\n" + BUCKET + "\naws x\nThen rest.\n\nReally.", null))
                .containsExactly(
                        new Step(false, "Do this:\nand that:"),
                        new Step(true, BUCKET + "\naws x"),
                        new Step(false, "Then rest."),
                        new Step(false, "Really."));
    }

    @Test
    void namesTheResourceAndItsRegion() {
        assertThat(remedies.steps("Mend BUCKET of ACCOUNT.\n\n" + BUCKET, bucket("orders")))
                .containsExactly(
                        new Step(false, "Mend BUCKET of ACCOUNT."),
                        new Step(
                                true,
                                "aws --region eu-west-1 s3api put-bucket-policy --bucket orders --policy file://policy.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::ECS::Service, arn:aws:ecs:eu-west-1:1:service/shop/web, --cluster CLUSTER --service SERVICE, --cluster shop --service web",
        "AWS::IAM::User, arn:aws:iam::1:user/people/kim, --user-name USER, --user-name kim",
        "AWS::IAM::Policy, arn:aws:iam::1:policy/x/y, --policy-arn POLICY_ARN, --policy-arn arn:aws:iam::1:policy/x/y",
        "AWS::RDS::DBInstance, arn:aws:rds:eu-west-1:1:db:erp, INSTANCE-new NEW_INSTANCE, erp-new NEW_INSTANCE",
        "AWS::S3::Bucket, arn:aws:s3:::a, BUCKET LOG_BUCKET BUCKETS, a LOG_BUCKET BUCKETS",
        "AWS::ECS::Service, arn:aws:ecs:eu-west-1:1:service/old-form, CLUSTER SERVICE, CLUSTER SERVICE",
        "AWS::Unknown::Type, arn:aws:x, ACCOUNT in REGION, 123456789012 in eu-west-1"
    })
    void putsPartsOfTheArnIntoTheirPlaces(String type, String arn, String text, String filled) {
        var failing = new Failing(type, arn, "123456789012", "eu-west-1");
        assertThat(remedies.steps("aws --region x " + text, failing))
                .containsExactly(new Step(true, "aws --region x " + filled));
    }

    @Test
    void putsNoRegionWhereThereIsNone() {
        var failing = new Failing("AWS::IAM::User", "arn:aws:iam::1:user/kim", "123456789012", "global");
        assertThat(remedies.steps("aws iam x --user-name USER --region REGION", failing))
                .containsExactly(new Step(true, "aws iam x --user-name kim --region REGION"));
        assertThat(remedies.steps("aws iam x", failing)).containsExactly(new Step(true, "aws iam x"));
    }

    /** A name that a shell reads as more than a name stays out of commands that people copy. */
    @ParameterizedTest
    @CsvSource({"'a; rm -rf ~'", "$(id)", "a`id`", "a'b", "a b", "a|b", "'a\nb'"})
    void leavesOutWhatAShellWouldRun(String name) {
        assertThat(remedies.steps("aws --region x --bucket BUCKET", bucket(name)))
                .containsExactly(new Step(true, "aws --region x --bucket BUCKET"));
    }

    /** Else a word that was changed in a text would stay as it is, and nobody would see why. */
    @Test
    void everyWordStandsInARemediationOfItsType() {
        remedies.patterns().forEach((type, patterns) -> {
            var words = Shipped.controls().all().stream()
                    .filter(control -> control.types().contains(type))
                    .flatMap(control -> words(control).stream())
                    .collect(Collectors.toSet());
            assertThat(words)
                    .as(type)
                    .containsAll(patterns.stream()
                            .flatMap(pattern -> pattern.words().stream())
                            .toList());
        });
    }

    /** The gravest first: whoever works in the console finds them there. */
    @Test
    void everyGraveControlSaysHowItIsMendedInTheConsole() {
        var grave = Shipped.controls().all().stream()
                .filter(control -> control.severity().compareTo(Severity.HIGH) <= 0)
                .map(control -> control.id().value())
                .toList();
        assertThat(remedies.guides()).containsKeys(grave.toArray(String[]::new)).containsKeys("RDS.15", "IAM.21");
    }

    @Test
    void guidesSayTheSameInBothLanguagesOfControlsThatAreThere() {
        remedies.guides().forEach((id, guide) -> {
            var control = Shipped.controls().find(new ControlId(id)).orElseThrow(() -> new AssertionError(id));
            assertThat(guide.ja().lines())
                    .as(id)
                    .hasSameSizeAs(guide.en().lines().toList());
            var known = control.types().stream()
                    .flatMap(type -> remedies.patterns().getOrDefault(type, List.of()).stream())
                    .flatMap(pattern -> pattern.words().stream())
                    .toList();
            assertThat(known).as(id).containsAll(guide.places());
        });
    }

    @Test
    void guidesNameTheResource() {
        var control = Shipped.controls().find(new ControlId("S3.8")).orElseThrow();
        var remedy = remedies.of(control, bucket("orders"), Locale.JAPANESE);
        assertThat(remedy.console()).first().isEqualTo("Amazon S3 › 汎用バケット › orders › 「アクセス許可」タブを開きます。");
        assertThat(remedy.terraform()).contains("= \"orders\"");
        assertThat(remedies.of(control, null, Locale.ENGLISH).console())
                .first()
                .isEqualTo("Amazon S3 › General purpose buckets › BUCKET › Permissions.");
    }

    private Set<String> words(Control control) {
        return remedies.steps(control.remediation().en(), null).stream()
                .filter(Step::command)
                .flatMap(step -> Pattern.compile("[A-Z][A-Z_]+[A-Z]")
                        .matcher(step.text())
                        .results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }
}
