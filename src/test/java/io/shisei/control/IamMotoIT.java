package io.shisei.control;

import static io.shisei.control.Emulated.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;

/** Users and policies of an emulated AWS: made carelessly, judged, put right, judged again. */
class IamMotoIT {

    private static final String ACCOUNT = "123456789012";

    private static final String EVERYTHING = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}""";
    private static final String A_SERVICE = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}}""";
    private static final String ONE_ACTION = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}}""";

    @RegisterExtension
    static final Emulated aws = new Emulated();

    @Test
    void policies() {
        try (var iam = iam()) {
            var arn = iam.createPolicy(create -> create.policyName("queues").policyDocument(EVERYTHING))
                    .policy()
                    .arn();
            assertThat(verdicts(1, 21)).containsAllEntriesOf(all("IAM", List.of(1, 21), "queues", "Failed"));
            version(iam, arn, A_SERVICE);
            assertThat(verdicts(1, 21))
                    .containsEntry("IAM.1 queues", "Passed")
                    .containsEntry("IAM.21 queues", "Failed");
            version(iam, arn, ONE_ACTION);
            assertThat(verdicts(1, 21)).containsAllEntriesOf(all("IAM", List.of(1, 21), "queues", "Passed"));
        }
    }

    private static void version(IamClient iam, String arn, String document) {
        iam.createPolicyVersion(
                create -> create.policyArn(arn).policyDocument(document).setAsDefault(true));
    }

    @Test
    void users() {
        try (var iam = iam()) {
            iam.createUser(create -> create.userName("ann"));
            assertThat(verdicts(2, 3, 5, 8))
                    .containsEntry("IAM.5 ann", "NotApplicable")
                    .containsEntry("IAM.2 ann", "Passed");
            iam.createLoginProfile(create -> create.userName("ann").password("correct-Horse-7"));
            iam.putUserPolicy(put -> put.userName("ann").policyName("own").policyDocument(ONE_ACTION));
            assertThat(verdicts(2, 3, 5, 8))
                    .containsAllEntriesOf(all("IAM", List.of(2, 5), "ann", "Failed"))
                    .containsAllEntriesOf(all("IAM", List.of(3, 8), "ann", "Passed"));
            iam.deleteUserPolicy(delete -> delete.userName("ann").policyName("own"));
            enableMfa(iam);
            assertThat(verdicts(2, 3, 5, 8)).containsAllEntriesOf(all("IAM", List.of(2, 3, 5, 8), "ann", "Passed"));
        }
    }

    private static void enableMfa(IamClient iam) {
        var device = iam.createVirtualMFADevice(create -> create.virtualMFADeviceName("phone"))
                .virtualMFADevice();
        iam.enableMFADevice(enable -> enable.userName("ann")
                .serialNumber(device.serialNumber())
                .authenticationCode1("123456")
                .authenticationCode2("654321"));
    }

    /** Moto's keys are as young as Moto: they are judged a hundred days later. */
    @Test
    void accessKeys() {
        var later = new Occasion(Instant.now().plus(Duration.ofDays(100)), ACCOUNT, "aws", "global");
        try (var iam = iam()) {
            iam.createUser(create -> create.userName("bob"));
            var key = iam.createAccessKey(create -> create.userName("bob")).accessKey();
            assertThat(verdicts(3, 8)).containsAllEntriesOf(all("IAM", List.of(3, 8), "bob", "Passed"));
            assertThat(verdicts(later, 3, 8)).containsAllEntriesOf(all("IAM", List.of(3, 8), "bob", "Failed"));
            iam.updateAccessKey(update ->
                    update.userName("bob").accessKeyId(key.accessKeyId()).status(StatusType.INACTIVE));
            assertThat(verdicts(later, 3, 8)).containsAllEntriesOf(all("IAM", List.of(3, 8), "bob", "Passed"));
        }
    }

    @Test
    void passwordPolicy() {
        try (var iam = iam()) {
            assertThat(verdicts(7)).containsEntry("IAM.7 " + ACCOUNT, "Failed");
            iam.updateAccountPasswordPolicy(update -> update.minimumPasswordLength(8)
                    .requireLowercaseCharacters(true)
                    .requireNumbers(true)
                    .requireSymbols(true)
                    .requireUppercaseCharacters(true));
            assertThat(verdicts(7)).containsEntry("IAM.7 " + ACCOUNT, "Passed");
            iam.updateAccountPasswordPolicy(update -> update.minimumPasswordLength(14));
            assertThat(verdicts(7)).containsEntry("IAM.7 " + ACCOUNT, "Failed");
        }
    }

    /** Moto's root user has neither keys nor MFA, and nothing changes that. */
    @Test
    void rootUser() {
        assertThat(verdicts(4, 6))
                .containsEntry("IAM.4 " + ACCOUNT, "Passed")
                .containsEntry("IAM.6 " + ACCOUNT, "Failed");
    }

    /** Of these controls only: Moto takes seconds to tell of all policies of AWS. */
    private static Map<String, String> verdicts(Integer... controls) {
        return verdicts(Example.OCCASION, controls);
    }

    private static Map<String, String> verdicts(Occasion occasion, Integer... controls) {
        return aws.verdicts("IAM", "global", occasion, List.of(controls));
    }

    private static IamClient iam() {
        return IamClient.builder().region(Region.AWS_GLOBAL).build();
    }
}
