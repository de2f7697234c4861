package io.shisei.aws.service.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Document;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;

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

    @ParameterizedTest
    @CsvSource({
        "root-account-mfa-device, , 1",
        "my-root-account-mfa-device, , 0",
        "phone, , 0",
        "phone, root, 1",
        "root-account-mfa-device, user/rootadmin, 0",
    })
    void knowsItsDevicesByTheirUserElseByTheirName(String name, @Nullable String user, int found) {
        var arn = "arn:aws:iam::111122223333:";
        IamClient iam = Probe.stub(IamClient.class);
        doReturn(ListVirtualMfaDevicesResponse.builder()
                        .virtualMFADevices(device -> {
                            device.serialNumber(arn + "mfa/" + name);
                            if (user != null) {
                                device.user(of -> of.arn(arn + user));
                            }
                        })
                        .build())
                .when(iam)
                .listVirtualMFADevices(any(ListVirtualMfaDevicesRequest.class));
        var document = new Probe(new Iam(), iam)
                .read("AWS::IAM::RootUser", "VirtualMFADevices")
                .only()
                .document();
        assertThat((List<?>) document.fields().get("VirtualMFADevices")).hasSize(found);
    }
}
