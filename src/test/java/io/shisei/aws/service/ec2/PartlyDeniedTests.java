package io.shisei.aws.service.ec2;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;

/** Of several things that are read one by one, one that is denied hides no other. */
class PartlyDeniedTests {

    private final Ec2Client ec2 = Probe.stub(Ec2Client.class);
    private final Probe probe = new Probe(new Ec2(), ec2);

    @Test
    void aSnapshotThatIsDeniedHidesNoPublicOne() {
        doReturn(DescribeSnapshotsResponse.builder()
                        .snapshots(
                                denied -> denied.snapshotId("snap-1"),
                                open -> open.snapshotId("snap-2"),
                                closed -> closed.snapshotId("snap-3"))
                        .build())
                .when(ec2)
                .describeSnapshots(any(DescribeSnapshotsRequest.class));
        doAnswer(call -> permissions(
                        call.<DescribeSnapshotAttributeRequest>getArgument(0).snapshotId()))
                .when(ec2)
                .describeSnapshotAttribute(any(DescribeSnapshotAttributeRequest.class));
        var account = probe.read("AWS::EC2::PublicSnapshots", "PublicSnapshots")
                .only()
                .document();
        assertKnown(account, "PublicSnapshots", "{SnapshotId=snap-2}", "ec2:DescribeSnapshotAttribute");
    }

    @Test
    void anInterfaceThatIsDeniedHidesNoOther() {
        doReturn(DescribeLaunchTemplatesResponse.builder()
                        .launchTemplates(
                                template -> template.launchTemplateId("lt-1").launchTemplateName("web"))
                        .build())
                .when(ec2)
                .describeLaunchTemplates(any(DescribeLaunchTemplatesRequest.class));
        doReturn(DescribeLaunchTemplateVersionsResponse.builder()
                        .launchTemplateVersions(version -> version.launchTemplateData(data -> data.networkInterfaces(
                                denied -> denied.networkInterfaceId("eni-1"),
                                other -> other.networkInterfaceId("eni-2"))))
                        .build())
                .when(ec2)
                .describeLaunchTemplateVersions(any(DescribeLaunchTemplateVersionsRequest.class));
        doAnswer(call -> interfaces(call.<DescribeNetworkInterfacesRequest>getArgument(0)
                        .networkInterfaceIds()
                        .getFirst()))
                .when(ec2)
                .describeNetworkInterfaces(any(DescribeNetworkInterfacesRequest.class));
        var template =
                probe.read("AWS::EC2::LaunchTemplate", "NamedInterfaces").only().document();
        assertKnown(template, "NamedInterfaces", "{NetworkInterfaceId=eni-2}", "ec2:DescribeNetworkInterfaces");
    }

    private static void assertKnown(Document document, String part, String member, String action) {
        assertThat((List<?>) document.fields().get(part)).singleElement().hasToString(member);
        assertThat(document.gaps().get(part).summary()).isEqualTo(action + " UnauthorizedOperation");
    }

    private static DescribeSnapshotAttributeResponse permissions(String id) {
        return switch (id) {
            case "snap-1" -> throw refused("UnauthorizedOperation");
            case "snap-2" ->
                DescribeSnapshotAttributeResponse.builder()
                        .createVolumePermissions(permission -> permission.group(PermissionGroup.ALL))
                        .build();
            default ->
                DescribeSnapshotAttributeResponse.builder()
                        .createVolumePermissions(permission -> permission.userId("444455556666"))
                        .build();
        };
    }

    private static DescribeNetworkInterfacesResponse interfaces(String id) {
        if (id.equals("eni-1")) {
            throw refused("UnauthorizedOperation");
        }
        return DescribeNetworkInterfacesResponse.builder()
                .networkInterfaces(eni -> eni.networkInterfaceId(id))
                .build();
    }
}
