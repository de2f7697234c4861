package io.shisei.control;

import static io.shisei.control.Emulated.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.OperationType;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.s3.S3Client;

/** Instances and networks of an emulated AWS: made carelessly, judged, put right, judged again. */
class Ec2MotoIT {

    private static final String ACCOUNT = "123456789012";
    private static final String IMAGE = "ami-12c6146b";

    @RegisterExtension
    static final Emulated aws = new Emulated();

    private Ec2Client ec2;

    @BeforeEach
    void client() {
        ec2 = Ec2Client.create();
    }

    @AfterEach
    void closeClient() {
        ec2.close();
    }

    @Test
    void instances() {
        var careless = List.of(8, 9, 17);
        var subnet = subnet(vpc("10.6.0.0/16"), "10.6.1.0/24");
        var id = ec2.runInstances(
                        run -> run.imageId(IMAGE).subnetId(subnet).minCount(1).maxCount(1))
                .instances()
                .getFirst()
                .instanceId();
        var address = ec2.allocateAddress(allocate -> allocate.domain("vpc")).allocationId();
        var association = ec2.associateAddress(
                        associate -> associate.allocationId(address).instanceId(id))
                .associationId();
        var second = attachSecondInterface(id, subnet);
        assertThat(verdicts(careless)).containsAllEntriesOf(all("EC2", careless, id, "Failed"));

        ec2.modifyInstanceMetadataOptions(modify -> modify.instanceId(id).httpTokens(HttpTokensState.REQUIRED));
        ec2.disassociateAddress(disassociate -> disassociate.associationId(association));
        ec2.detachNetworkInterface(detach -> detach.attachmentId(second).force(true));
        assertThat(verdicts(careless)).containsAllEntriesOf(all("EC2", careless, id, "Passed"));
    }

    @Test
    void instancesThatAreStopped() {
        var id = run(IMAGE).instanceId();
        ec2.stopInstances(stop -> stop.instanceIds(id));
        assertThat(verdictsIn(29)).containsEntry("EC2.4 " + id, "Passed");
        assertThat(verdictsIn(31)).containsEntry("EC2.4 " + id, "Failed");

        ec2.startInstances(start -> start.instanceIds(id));
        assertThat(verdictsIn(31)).containsEntry("EC2.4 " + id, "Passed");

        ec2.terminateInstances(terminate -> terminate.instanceIds(id));
        assertThat(verdictsIn(31)).containsEntry("EC2.4 " + id, "NotApplicable");
    }

    @Test
    void instancesByHowTheyAreVirtualized() {
        var old = run("ami-1ecae776").instanceId();
        var current = run(IMAGE).instanceId();
        assertThat(verdicts(List.of(24)))
                .containsEntry("EC2.24 " + old, "Failed")
                .containsEntry("EC2.24 " + current, "Passed");
    }

    @Test
    void volumes() {
        var id = run(IMAGE).instanceId();
        var zone = ec2.describeInstances(describe -> describe.instanceIds(id))
                .reservations()
                .getFirst()
                .instances()
                .getFirst()
                .placement()
                .availabilityZone();
        var plain = attach(id, zone, false, "/dev/sdf");
        var encrypted = attach(id, zone, true, "/dev/sdg");
        assertThat(verdicts(List.of(3)))
                .containsEntry("EC2.3 " + plain, "Failed")
                .containsEntry("EC2.3 " + encrypted, "Passed");

        ec2.detachVolume(detach -> detach.volumeId(plain).instanceId(id));
        assertThat(verdicts(List.of(3))).containsEntry("EC2.3 " + plain, "NotApplicable");
    }

    @Test
    void snapshotsAndDefaults() {
        var zone = ec2.describeSubnets().subnets().getFirst().availabilityZone();
        var volume = ec2.createVolume(create -> create.size(1).availabilityZone(zone))
                .volumeId();
        var snapshot = ec2.createSnapshot(create -> create.volumeId(volume)).snapshotId();
        share(snapshot, OperationType.ADD);
        ec2.disableEbsEncryptionByDefault(disable -> {});
        assertThat(verdicts(List.of(1, 7))).containsAllEntriesOf(all("EC2", List.of(1, 7), ACCOUNT, "Failed"));

        share(snapshot, OperationType.REMOVE);
        ec2.enableEbsEncryptionByDefault(enable -> {});
        assertThat(verdicts(List.of(1, 7))).containsAllEntriesOf(all("EC2", List.of(1, 7), ACCOUNT, "Passed"));
    }

    @Test
    void securityGroups() {
        var vpc = vpc("10.1.0.0/16");
        var group = ec2.createSecurityGroup(
                        create -> create.groupName("web").description("web").vpcId(vpc))
                .groupId();
        var ssh = rule(22).ipv6Ranges(range -> range.cidrIpv6("::/0")).build();
        allow(group, ssh);
        assertThat(verdicts(List.of(18, 19))).containsAllEntriesOf(all("EC2", List.of(18, 19), group, "Failed"));

        ec2.revokeSecurityGroupIngress(revoke -> revoke.groupId(group).ipPermissions(ssh));
        assertThat(verdicts(List.of(18, 19)))
                .containsEntry("EC2.18 " + group, "NotApplicable")
                .containsEntry("EC2.19 " + group, "Passed");

        allow(group, rule(443).ipRanges(range -> range.cidrIp("0.0.0.0/0")).build());
        assertThat(verdicts(List.of(18, 19))).containsAllEntriesOf(all("EC2", List.of(18, 19), group, "Passed"));

        allow(group, rule(-1).ipRanges(range -> range.cidrIp("0.0.0.0/0")).build());
        assertThat(verdicts(List.of(18, 19))).containsAllEntriesOf(all("EC2", List.of(18, 19), group, "Failed"));
    }

    @Test
    void securityGroupsByPrefixLists() {
        var office = prefixList("198.51.100.0/24");
        var everyone = prefixList("0.0.0.0/0");
        var group = ec2.createSecurityGroup(create -> create.groupName("lists").description("lists"))
                .groupId();
        allow(group, rule(22).prefixListIds(list -> list.prefixListId(office)).build());
        assertThat(verdicts(List.of(18, 19)))
                .containsEntry("EC2.18 " + group, "NotApplicable")
                .containsEntry("EC2.19 " + group, "Passed");

        allow(group, rule(22).prefixListIds(list -> list.prefixListId(everyone)).build());
        assertThat(verdicts(List.of(18, 19))).containsAllEntriesOf(all("EC2", List.of(18, 19), group, "Failed"));
    }

    @Test
    void defaultSecurityGroups() {
        var vpc = vpc("10.2.0.0/16");
        var group = ec2.describeSecurityGroups().securityGroups().stream()
                .filter(one -> vpc.equals(one.vpcId()))
                .findFirst()
                .orElseThrow();
        assertThat(verdicts(List.of(2))).containsEntry("EC2.2 " + group.groupId(), "Failed");

        ec2.revokeSecurityGroupIngress(revoke -> revoke.groupId(group.groupId()).ipPermissions(group.ipPermissions()));
        ec2.revokeSecurityGroupEgress(
                revoke -> revoke.groupId(group.groupId()).ipPermissions(group.ipPermissionsEgress()));
        assertThat(verdicts(List.of(2))).containsEntry("EC2.2 " + group.groupId(), "Passed");
    }

    @Test
    void vpcs() {
        var controls = List.of(6, 10, 55, 56, 57, 58, 60);
        var vpc = vpc("10.3.0.0/16");
        var subnet = subnet(vpc, "10.3.1.0/24");
        endpoint(vpc, subnet, "ec2messages");
        endpoint(vpc, subnet, "ssmmessages");
        assertThat(verdicts(controls)).containsAllEntriesOf(all("EC2", controls, vpc, "Failed"));

        List.of("ec2", "ecr.api", "ecr.dkr", "ssm", "ssm-contacts", "ssm-incidents")
                .forEach(service -> endpoint(vpc, subnet, service));
        try (var s3 = S3Client.builder().forcePathStyle(true).build()) {
            s3.createBucket(create -> create.bucket("flow-logs"));
        }
        ec2.createFlowLogs(create -> create.resourceIds(vpc)
                .resourceType("VPC")
                .trafficType("REJECT")
                .logDestinationType(LogDestinationType.S3)
                .logDestination("arn:aws:s3:::flow-logs"));
        assertThat(verdicts(controls)).containsAllEntriesOf(all("EC2", controls, vpc, "Passed"));
    }

    @Test
    void subnetsAndTheirInterfaces() {
        var subnet = subnet(vpc("10.4.0.0/16"), "10.4.1.0/24");
        var eni = ec2.createNetworkInterface(create -> create.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
        careless(subnet, eni, true);
        assertThat(verdicts(List.of(15, 180)))
                .containsEntry("EC2.15 " + subnet, "Failed")
                .containsEntry("EC2.180 " + eni, "Failed");

        careless(subnet, eni, false);
        assertThat(verdicts(List.of(15, 180)))
                .containsEntry("EC2.15 " + subnet, "Passed")
                .containsEntry("EC2.180 " + eni, "Passed");
    }

    @Test
    void networkAcls() {
        var vpc = vpc("10.5.0.0/16");
        var subnet = subnet(vpc, "10.5.1.0/24");
        var acl = ec2.createNetworkAcl(create -> create.vpcId(vpc)).networkAcl().networkAclId();
        ec2.createNetworkAclEntry(entry -> entry.networkAclId(acl)
                .ruleNumber(100)
                .egress(false)
                .ruleAction(RuleAction.ALLOW)
                .protocol("6")
                .portRange(range -> range.from(1024).to(65535))
                .cidrBlock("0.0.0.0/0"));
        assertThat(verdicts(List.of(16, 21))).containsAllEntriesOf(all("EC2", List.of(16, 21), acl, "Failed"));

        ec2.deleteNetworkAclEntry(
                delete -> delete.networkAclId(acl).ruleNumber(100).egress(false));
        ec2.replaceNetworkAclAssociation(replace -> replace.networkAclId(acl).associationId(aclAssociation(subnet)));
        assertThat(verdicts(List.of(16, 21))).containsAllEntriesOf(all("EC2", List.of(16, 21), acl, "Passed"));
    }

    @Test
    void transitGatewaysAndVpnConnections() {
        var gateway = ec2.createTransitGateway(
                        create -> create.options(options -> options.autoAcceptSharedAttachments("enable")))
                .transitGateway()
                .transitGatewayId();
        var vpn = vpnConnection();
        assertThat(verdicts(List.of(20, 23, 171, 183)))
                .containsEntry("EC2.23 " + gateway, "Failed")
                .containsAllEntriesOf(all("EC2", List.of(20, 171, 183), vpn, "Failed"));

        ec2.modifyTransitGateway(modify ->
                modify.transitGatewayId(gateway).options(options -> options.autoAcceptSharedAttachments("disable")));
        // Moto tells nothing of tunnels, so that no connection can be put right.
        ec2.deleteVpnConnection(delete -> delete.vpnConnectionId(vpn));
        assertThat(verdicts(List.of(20, 23, 171, 183)))
                .containsEntry("EC2.23 " + gateway, "Passed")
                .containsAllEntriesOf(all("EC2", List.of(20, 171, 183), vpn, "NotApplicable"));
    }

    @Test
    void launchTemplates() {
        var controls = List.of(25, 170, 181);
        var id = ec2.createLaunchTemplate(
                        create -> create.launchTemplateName("workers").launchTemplateData(template(false)))
                .launchTemplate()
                .launchTemplateId();
        ec2.createLaunchTemplateVersion(create -> create.launchTemplateId(id).launchTemplateData(template(true)));
        assertThat(verdicts(controls)).containsAllEntriesOf(all("EC2", controls, "workers", "Failed"));

        ec2.modifyLaunchTemplate(modify -> modify.launchTemplateId(id).defaultVersion("2"));
        assertThat(verdicts(controls)).containsAllEntriesOf(all("EC2", controls, "workers", "Passed"));
    }

    private static RequestLaunchTemplateData template(boolean careful) {
        return RequestLaunchTemplateData.builder()
                .metadataOptions(options -> options.httpTokens(careful ? "required" : "optional"))
                .networkInterfaces(eni -> eni.deviceIndex(0).associatePublicIpAddress(!careful))
                .blockDeviceMappings(volume -> volume.deviceName("/dev/xvda").ebs(ebs -> ebs.encrypted(careful)))
                .build();
    }

    private Instance run(String image) {
        return ec2.runInstances(run -> run.imageId(image).minCount(1).maxCount(1))
                .instances()
                .getFirst();
    }

    private String attachSecondInterface(String instance, String subnet) {
        var eni = ec2.createNetworkInterface(create -> create.subnetId(subnet)).networkInterface();
        return ec2.attachNetworkInterface(attach -> attach.instanceId(instance)
                        .networkInterfaceId(eni.networkInterfaceId())
                        .deviceIndex(1))
                .attachmentId();
    }

    private String attach(String instance, String zone, boolean encrypted, String device) {
        var volume = ec2.createVolume(
                        create -> create.size(1).availabilityZone(zone).encrypted(encrypted))
                .volumeId();
        ec2.attachVolume(attach -> attach.volumeId(volume).instanceId(instance).device(device));
        return volume;
    }

    private void share(String snapshot, OperationType operation) {
        ec2.modifySnapshotAttribute(modify -> modify.snapshotId(snapshot)
                .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                .operationType(operation)
                .groupNames("all"));
    }

    private String vpc(String cidr) {
        return ec2.createVpc(create -> create.cidrBlock(cidr)).vpc().vpcId();
    }

    private String subnet(String vpc, String cidr) {
        return ec2.createSubnet(create -> create.vpcId(vpc).cidrBlock(cidr))
                .subnet()
                .subnetId();
    }

    private void endpoint(String vpc, String subnet, String service) {
        ec2.createVpcEndpoint(create -> create.vpcId(vpc)
                .subnetIds(subnet)
                .vpcEndpointType(VpcEndpointType.INTERFACE)
                .serviceName("com.amazonaws.us-east-1." + service));
    }

    private void careless(String subnet, String eni, boolean careless) {
        ec2.modifySubnetAttribute(
                modify -> modify.subnetId(subnet).mapPublicIpOnLaunch(value -> value.value(careless)));
        ec2.modifyNetworkInterfaceAttribute(
                modify -> modify.networkInterfaceId(eni).sourceDestCheck(value -> value.value(!careless)));
    }

    private String prefixList(String cidr) {
        return ec2.createManagedPrefixList(create -> create.prefixListName("list")
                        .addressFamily("IPv4")
                        .maxEntries(1)
                        .entries(entry -> entry.cidr(cidr)))
                .prefixList()
                .prefixListId();
    }

    private void allow(String group, IpPermission rule) {
        ec2.authorizeSecurityGroupIngress(allow -> allow.groupId(group).ipPermissions(rule));
    }

    private static IpPermission.Builder rule(int port) {
        return IpPermission.builder().ipProtocol("tcp").fromPort(port).toPort(port);
    }

    private String aclAssociation(String subnet) {
        return ec2.describeNetworkAcls().networkAcls().stream()
                .flatMap(acl -> acl.associations().stream())
                .filter(association -> subnet.equals(association.subnetId()))
                .findFirst()
                .orElseThrow()
                .networkAclAssociationId();
    }

    private String vpnConnection() {
        var customer = ec2.createCustomerGateway(
                        create -> create.type("ipsec.1").bgpAsn(65000).publicIp("198.51.100.1"))
                .customerGateway()
                .customerGatewayId();
        var gateway = ec2.createVpnGateway(create -> create.type("ipsec.1")).vpnGateway();
        return ec2.createVpnConnection(create ->
                        create.type("ipsec.1").customerGatewayId(customer).vpnGatewayId(gateway.vpnGatewayId()))
                .vpnConnection()
                .vpnConnectionId();
    }

    private static Map<String, String> verdicts(List<Integer> controls) {
        return aws.verdicts("EC2", "us-east-1", Example.OCCASION, controls);
    }

    private static Map<String, String> verdictsIn(int days) {
        var then = new Occasion(Instant.now().plus(Duration.ofDays(days)), ACCOUNT, "aws", "us-east-1");
        return aws.verdicts("EC2", "us-east-1", then, List.of(4));
    }
}
