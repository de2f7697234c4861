package io.shisei.aws.service.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Document;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RootUserTests {

    private final Document root = Probe.over(
                    new Iam(), new StubAws(new RecordedAnswers("io.shisei.aws.service.iam")), Duration.ofSeconds(10))
            .read("AWS::IAM::RootUser", "SummaryMap", "VirtualMFADevices")
            .only()
            .document();

    @Test
    void hasWhatTheSummaryTellsOfCredentialsAndNoCounts() {
        assertThat(root.fields().get("SummaryMap"))
                .isEqualTo(Map.of(
                        "AccountMFAEnabled",
                        1L,
                        "AccountAccessKeysPresent",
                        0L,
                        "AccountPasswordPresent",
                        1L,
                        "AccountSigningCertificatesPresent",
                        0L));
    }

    @Test
    void hasItsOwnVirtualDevicesAndNotThoseOfAUserWithALikeName() {
        assertThat((List<?>) root.fields().get("VirtualMFADevices"))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("SerialNumber", "arn:aws:iam::111122223333:mfa/phone");
    }
}
