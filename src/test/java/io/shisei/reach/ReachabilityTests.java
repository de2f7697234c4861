package io.shisei.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.control.ControlId;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.resource.ResourceVerdict;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import io.shisei.reach.Fact.Kind;
import io.shisei.reach.Reach.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachabilityTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String GROUP = "arn:aws:ec2:eu-west-1:123456789012:security-group/sg-1";
    private static final Map<String, Object> WAY_OUT =
            route("rtb-1", Map.of("GatewayId", "igw-1", "DestinationCidrBlock", "0.0.0.0/0"));
    private static final Map<String, Object> NO_WAY_OUT =
            route("rtb-2", Map.of("NatGatewayId", "nat-1", "DestinationCidrBlock", "0.0.0.0/0"));

    private final StoredResources resources = mock(StoredResources.class);
    private final List<StoredResource> groups = new ArrayList<>();
    private final Reachability reachability =
            new Reachability(new Interfaces(new SecurityGroups(resources)), new SecurityGroups(resources));

    @BeforeEach
    void asStored() {
        when(resources.of(any(), any()))
                .thenAnswer(call -> groups.stream()
                        .filter(group -> ((Collection<?>) call.getArgument(1)).contains(group.arn()))
                        .toList());
    }

    @Test
    void reachesADatabaseWhoseAddressGroupAndRoutesAreOpen() {
        group(tcp(5432, 5432, "0.0.0.0/0"));
        assertThat(database(true, WAY_OUT))
                .isEqualTo(new Reach(
                        Answer.REACHABLE,
                        List.of(
                                new Fact(Kind.PUBLICLY_ACCESSIBLE, "db.example"),
                                new Fact(Kind.OPEN_GROUP, "sg-1 (tcp 5432)"),
                                new Fact(Kind.ROUTE_TO_INTERNET, "rtb-1"))));
    }

    @Test
    void isStoppedByOneThingAndNamesItAlone() {
        group(tcp(5432, 5432, "0.0.0.0/0"));
        assertThat(database(false, WAY_OUT)).isEqualTo(blocked(Kind.NOT_PUBLICLY_ACCESSIBLE, ""));
        assertThat(database(true, NO_WAY_OUT)).isEqualTo(blocked(Kind.NO_ROUTE_TO_INTERNET, ""));
        groups.clear();
        group(tcp(5432, 5432, "203.0.113.0/24"));
        assertThat(database(true, WAY_OUT)).isEqualTo(blocked(Kind.NO_OPEN_GROUP, "sg-1"));
    }

    @Test
    void doesNotGuessRoutes() {
        group(tcp(5432, 5432, "0.0.0.0/0"));
        assertThat(database(true).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(database(true, WAY_OUT, NO_WAY_OUT).answer()).isEqualTo(Answer.UNKNOWN);
        var gone =
                Map.<String, Object>of("GatewayId", "igw-1", "DestinationCidrBlock", "0.0.0.0/0", "State", "blackhole");
        assertThat(database(true, route("rtb-3", gone)).answer()).isEqualTo(Answer.NOT_REACHABLE);
    }

    @Test
    void doesNotTakeRoutesBesideAGapForAll() {
        group(tcp(5432, 5432, "0.0.0.0/0"));
        var gap = Map.of("RouteTables", new Gap("ec2:DescribeRouteTables", "AccessDenied", ""));
        var fields = databaseFields(true, WAY_OUT);
        assertThat(reach("AWS::RDS::DBInstance", new Document(fields, gap)).answer())
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void doesNotGuessGroups() {
        assertThat(database(true, WAY_OUT).facts()).contains(new Fact(Kind.GROUPS_NOT_KNOWN, "sg-1"));
        group(Map.of("IpProtocol", "-1", "PrefixListIds", List.of(Map.of("PrefixListId", "pl-1"))));
        assertThat(database(true, WAY_OUT).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, 5432, 5432, 0.0.0.0/0, REACHABLE",
        "tcp, 5000, 6000, 0.0.0.0/1, REACHABLE",
        "tcp, 5433, 6000, 0.0.0.0/0, NOT_REACHABLE",
        "icmp, 5432, 5432, 0.0.0.0/0, NOT_REACHABLE",
        "tcp, 5432, 5432, 10.0.0.0/8, NOT_REACHABLE"
    })
    void readsTheRulesOfGroups(String protocol, int from, int to, String block, Answer answer) {
        var rule = new HashMap<>(tcp(from, to, block));
        rule.put("IpProtocol", protocol);
        group(rule);
        assertThat(database(true, WAY_OUT).answer()).isEqualTo(answer);
    }

    @Test
    void readsPrefixLists() {
        groups.add(stored(
                "AWS::EC2::SecurityGroup",
                GROUP,
                doc(Map.of(
                        "IpPermissions",
                        List.of(Map.of("IpProtocol", "-1", "PrefixListIds", List.of(Map.of("PrefixListId", "pl-1")))),
                        "ManagedPrefixListEntries",
                        Map.of("pl-1", List.of(Map.of("Cidr", "0.0.0.0/0")))))));
        assertThat(database(true, WAY_OUT).answer()).isEqualTo(Answer.REACHABLE);
    }

    @Test
    void neverCallsAnInstanceReachableWithoutItsRoutes() {
        group(tcp(22, 22, "0.0.0.0/0"));
        var instance =
                Map.of("PublicIpAddress", "203.0.113.5", "SubnetId", "subnet-1", "SecurityGroups", List.of(id("sg-1")));
        assertThat(reach("AWS::EC2::Instance", doc(instance)))
                .isEqualTo(new Reach(
                        Answer.UNKNOWN,
                        List.of(
                                new Fact(Kind.PUBLIC_ADDRESS, "203.0.113.5"),
                                new Fact(Kind.OPEN_GROUP, "sg-1 (tcp 22)"),
                                new Fact(Kind.ROUTES_NOT_KNOWN, "subnet-1"))));
    }

    @Test
    void looksAtEachInterfaceWithItsOwnGroups() {
        group(tcp(22, 22, "10.0.0.0/8"));
        var second = Map.of(
                "Association",
                Map.of("PublicIp", "203.0.113.6"),
                "Groups",
                List.of(id("sg-1")),
                "SubnetId",
                "subnet-2");
        var instance = Map.of("SecurityGroups", List.of(id("sg-9")), "NetworkInterfaces", List.of(second));
        assertThat(reach("AWS::EC2::Instance", doc(instance)).answer()).isEqualTo(Answer.NOT_REACHABLE);
        var open = Map.of("PublicIpAddress", "203.0.113.5", "NetworkInterfaces", List.of(second));
        assertThat(reach("AWS::EC2::Instance", doc(open)).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void takesARuleForTheFamilyOfItsAddresses() {
        group(Map.of("IpProtocol", "-1", "Ipv6Ranges", List.of(Map.of("CidrIpv6", "::/0"))));
        var ipv4 = Map.of("Association", Map.of("PublicIp", "203.0.113.6"), "Groups", List.of(id("sg-1")));
        var ipv6 =
                Map.of("Ipv6Addresses", List.of(Map.of("Ipv6Address", "2001:db8::1")), "Groups", List.of(id("sg-1")));
        var own = Map.of("Ipv6Addresses", List.of(Map.of("Ipv6Address", "fd00::1")), "Groups", List.of(id("sg-1")));
        assertThat(reach("AWS::EC2::NetworkInterface", doc(ipv4)).answer()).isEqualTo(Answer.NOT_REACHABLE);
        assertThat(reach("AWS::EC2::NetworkInterface", doc(ipv6)).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(reach("AWS::EC2::NetworkInterface", doc(own))).isEqualTo(blocked(Kind.NO_PUBLIC_ADDRESS, ""));
    }

    @Test
    void doesNotReachAnInstanceThatStands() {
        var stopped = Map.of("State", Map.of("Name", "stopped"), "PublicIpAddress", "203.0.113.5");
        assertThat(reach("AWS::EC2::Instance", doc(stopped))).isEqualTo(blocked(Kind.NOT_RUNNING, "stopped"));
    }

    @Test
    void takesAwsAtItsWordForBalancersAndDomains() {
        group(tcp(443, 443, "0.0.0.0/0"));
        var open = Map.of("Scheme", "internet-facing", "SecurityGroups", List.of("sg-1"));
        assertThat(reach("AWS::ElasticLoadBalancingV2::LoadBalancer", doc(open)).answer())
                .isEqualTo(Answer.REACHABLE);
        assertThat(reach("AWS::ElasticLoadBalancing::LoadBalancer", doc(Map.of("Scheme", "internal"))))
                .isEqualTo(blocked(Kind.INTERNAL, "internal"));
        assertThat(reach("AWS::OpenSearch::Domain", doc(Map.of("Endpoint", "search.example")))
                        .answer())
                .isEqualTo(Answer.REACHABLE);
        assertThat(reach("AWS::OpenSearch::Domain", doc(Map.of("VPCOptions", Map.of("VPCId", "vpc-1")))))
                .isEqualTo(blocked(Kind.VPC_ENDPOINT, "vpc-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, PASSED, REACHABLE",
        "FAILED, , REACHABLE",
        "PASSED, PASSED, NOT_REACHABLE",
        "PASSED, WARNING, UNKNOWN",
        "PASSED, , UNKNOWN"
    })
    void takesTheControlsAtTheirWordForBuckets(ComplianceStatus read, @Nullable ComplianceStatus write, Answer answer) {
        var bucket = stored("AWS::S3::Bucket", "arn:aws:s3:::data", doc(Map.of()));
        var verdicts = new ArrayList<>(List.of(verdict("S3.2", read)));
        if (write != null) {
            verdicts.add(verdict("S3.3", write));
        }
        assertThat(reachability.of(bucket, verdicts).orElseThrow().answer()).isEqualTo(answer);
    }

    @Test
    void saysNothingOfOtherTypes() {
        var user = stored("AWS::IAM::User", "arn:aws:iam::1:user/a", doc(Map.of()));
        assertThat(reachability.of(user, List.of())).isEmpty();
    }

    private static ResourceVerdict verdict(String control, ComplianceStatus status) {
        var finding = mock(Finding.class);
        when(finding.complianceStatus()).thenReturn(status);
        return new ResourceVerdict(new ControlId(control), null, ResourceVerdict.State.JUDGED, finding);
    }

    private static Reach blocked(Kind kind, String subject) {
        return new Reach(Answer.NOT_REACHABLE, List.of(new Fact(kind, subject)));
    }

    private static Document doc(Map<String, ?> fields) {
        return Document.of(new HashMap<>(fields));
    }

    private static Map<String, Object> id(String group) {
        return Map.of("GroupId", group);
    }

    private static Map<String, Object> tcp(int from, int to, String block) {
        return Map.of(
                "IpProtocol", "tcp", "FromPort", from, "ToPort", to, "IpRanges", List.of(Map.of("CidrIp", block)));
    }

    private static Map<String, Object> route(String table, Map<String, Object> route) {
        return Map.of("RouteTableId", table, "Routes", List.of(route));
    }

    @SafeVarargs
    private Reach database(boolean open, Map<String, Object>... tables) {
        return reach("AWS::RDS::DBInstance", doc(databaseFields(open, tables)));
    }

    @SafeVarargs
    private static Map<String, Object> databaseFields(boolean open, Map<String, Object>... tables) {
        return Map.of(
                "PubliclyAccessible",
                open,
                "Endpoint",
                Map.of("Address", "db.example", "Port", 5432),
                "VpcSecurityGroups",
                List.of(Map.of("VpcSecurityGroupId", "sg-1")),
                "RouteTables",
                List.of(tables));
    }

    private void group(Map<String, Object> rule) {
        groups.add(stored("AWS::EC2::SecurityGroup", GROUP, doc(Map.of("IpPermissions", List.of(rule)))));
    }

    private Reach reach(String type, Document document) {
        return reachability
                .of(stored(type, "arn:aws:x:eu-west-1:123456789012:it", document), List.of())
                .orElseThrow();
    }

    private static StoredResource stored(String type, String arn, Document document) {
        return new StoredResource(
                new UUID(0, 1),
                "123456789012",
                "eu-west-1",
                type,
                arn,
                "it",
                Map.of(),
                false,
                document,
                NOW,
                NOW,
                null);
    }
}
