package io.shisei.aws.service.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Resource;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is made of recorded answers. */
class Ec2DocumentsTests {

    private final StubAws aws = new StubAws(new RecordedAnswers("io.shisei.aws.service.ec2"));
    private final Probe probe = Probe.over(new Ec2(), aws, Duration.ofSeconds(10));

    @Test
    void vpcsHaveTheirOwnFlowLogsAndEndpoints() {
        var main = resource("AWS::EC2::VPC", "main");
        assertThat(ids(main, "FlowLogs", "FlowLogId")).containsExactly("fl-1");
        assertThat(ids(main, "VpcEndpoints", "VpcEndpointId")).containsExactly("vpce-1");
        var shared = resource("AWS::EC2::VPC", "vpc-2");
        assertThat(ids(shared, "FlowLogs", "FlowLogId")).isEmpty();
        assertThat(ids(shared, "VpcEndpoints", "VpcEndpointId")).isEmpty();
    }

    @Test
    void whatAnotherAccountSharesKeepsItsOwnersArn() {
        assertThat(arns("AWS::EC2::VPC"))
                .containsExactlyInAnyOrder(
                        "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1", "arn:aws:ec2:eu-west-1:444455556666:vpc/vpc-2");
        assertThat(arns("AWS::EC2::Subnet"))
                .containsExactlyInAnyOrder(
                        "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1",
                        "arn:aws:ec2:eu-west-1:444455556666:subnet/subnet-2");
        assertThat(arns("AWS::EC2::NetworkInterface"))
                .containsExactlyInAnyOrder(
                        "arn:aws:ec2:eu-west-1:111122223333:network-interface/eni-1",
                        "arn:aws:ec2:eu-west-1:444455556666:network-interface/eni-2");
        assertThat(arns("AWS::EC2::NetworkAcl"))
                .containsExactly("arn:aws:ec2:eu-west-1:111122223333:network-acl/acl-1");
        assertThat(arns("AWS::EC2::TransitGateway"))
                .containsExactly("arn:aws:ec2:eu-west-1:444455556666:transit-gateway/tgw-1");
    }

    @Test
    void preSharedKeysOfTunnelsAreNotKept() {
        var fields = resource("AWS::EC2::VPNConnection", "vpn-1").document().fields();
        assertThat(fields.toString())
                .doesNotContain("secret-of-the-tunnel")
                .contains("203.0.113.17", "ikev2", "log-group:vpn");
        assertThat(fields).containsKey("VgwTelemetry").doesNotContainKey("CustomerGatewayConfiguration");
    }

    @Test
    void launchTemplatesHaveTheirDefaultVersionWithoutUserData() {
        var template = resource("AWS::EC2::LaunchTemplate", "web");
        assertThat(template.arn()).isEqualTo("arn:aws:ec2:eu-west-1:111122223333:launch-template/lt-1");
        assertThat(template.tags()).containsExactly(Map.entry("team", "shop"));
        assertThat(template.document().fields())
                .extractingByKey("DefaultVersion")
                .asString()
                .contains("HttpTokens=required", "Encrypted=true")
                .doesNotContain("UserData");
    }

    @Test
    void launchTemplatesHaveTheInterfacesThatTheyName() {
        assertThat(ids(resource("AWS::EC2::LaunchTemplate", "web"), "NamedInterfaces", "NetworkInterfaceId"))
                .containsExactly("eni-1");
    }

    @Test
    void spotFleetsHaveNoUserData() {
        var fleets = whole("AWS::EC2::SpotFleet");
        assertThat(fleets)
                .extracting(Resource::arn)
                .containsExactlyInAnyOrder(
                        "arn:aws:ec2:eu-west-1:111122223333:spot-fleet-request/sfr-1",
                        "arn:aws:ec2:eu-west-1:111122223333:spot-fleet-request/sfr-2");
        assertThat(fleets.toString()).contains("Encrypted=false", "ami-1").doesNotContain("cGFzc3dvcmQ9c2VjcmV0");
    }

    @Test
    void publicSnapshotsAreTheAccountsWhoeverIsSaidToOwnThem() {
        var account = resource("AWS::EC2::PublicSnapshots", "111122223333");
        assertThat(account.arn()).isEqualTo("AWS::::Account:111122223333");
        assertThat(ids(account, "PublicSnapshots", "SnapshotId")).containsExactly("snap-1", "snap-2", "snap-3");
    }

    @Test
    void volumesAndClientVpnEndpointsAreNamedAsAwsDoes() {
        assertThat(arns("AWS::EC2::Volume")).containsExactly("arn:aws:ec2:eu-west-1:111122223333:volume/vol-1");
        assertThat(arns("AWS::EC2::ClientVpnEndpoint"))
                .containsExactly("arn:aws:ec2:eu-west-1:111122223333:client-vpn-endpoint/cvpn-endpoint-1");
    }

    @Test
    void settingsOfTheRegionAreReadAsTheyAre() {
        assertThat(setting("AWS::EC2::EbsEncryptionByDefault")).containsEntry("EbsEncryptionByDefault", false);
        assertThat(setting("AWS::EC2::SnapshotBlockPublicAccess"))
                .containsEntry("BlockPublicAccess", Map.of("State", "block-new-sharing", "ManagedBy", "account"));
        assertThat(setting("AWS::EC2::VPCBlockPublicAccessOptions"))
                .extractingByKey("VpcBlockPublicAccessOptions")
                .asString()
                .contains("InternetGatewayBlockMode=off");
    }

    private Map<String, Object> setting(String type) {
        return resource(type, "111122223333").document().fields();
    }

    private List<String> arns(String type) {
        return whole(type).stream().map(Resource::arn).toList();
    }

    private Resource resource(String type, String name) {
        return whole(type).stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Resource> whole(String name) {
        var type = probe.service().types().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return probe.whole(type).found();
    }

    private static List<Object> ids(Resource resource, String field, String id) {
        return ((List<?>) resource.document().fields().get(field))
                .stream().<Object>map(item -> ((Map<?, ?>) item).get(id)).toList();
    }
}
