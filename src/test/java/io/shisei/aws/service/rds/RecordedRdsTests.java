package io.shisei.aws.service.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Resource;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import io.shisei.test.Gate.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What is read from the answers in {@code *.json} beside these tests. */
class RecordedRdsTests {

    private final StubAws aws = new StubAws(new RecordedAnswers(RecordedRdsTests.class.getPackageName()));
    private final Probe probe = Probe.over(new Rds(), aws, Duration.ofSeconds(10));

    @Test
    void ofHundredsOfSettingsOfAnInstanceThoseOfTransportAreKept() {
        assertThat(settings(resource("DBInstance", "orders", "Parameters"))).isEqualTo(Map.of("rds.force_ssl", "1"));
    }

    @Test
    void aMemberHasTheLogsOfItsClusterAndNoSettingsOfItsOwn() {
        assertThat(fields("DBInstance", "shop-1", "Parameters", "ClusterLogsExports"))
                .containsEntry("Parameters", List.of())
                .containsEntry("ClusterLogsExports", List.of("audit", "error"));
    }

    @Test
    void anInstanceThatStandsAloneHasNoLogsOfACluster() {
        assertThat(fields("DBInstance", "orders", "ClusterLogsExports")).containsEntry("ClusterLogsExports", List.of());
    }

    @Test
    void anInstanceWithAnEmptyNameOfAClusterStandsAlone() {
        answer("Rds DescribeDBInstances", """
                <DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>\
                <DBInstanceIdentifier>ledger</DBInstanceIdentifier>\
                <DBInstanceArn>arn:aws:rds:eu-west-1:123456789012:db:ledger</DBInstanceArn>\
                <DBClusterIdentifier></DBClusterIdentifier>\
                <DBParameterGroups><DBParameterGroup><DBParameterGroupName>orders</DBParameterGroupName>\
                </DBParameterGroup></DBParameterGroups></DBInstance></DBInstances></DescribeDBInstancesResult>\
                </DescribeDBInstancesResponse>""");
        assertThat(settings(resource("DBInstance", "ledger", "Parameters"))).isEqualTo(Map.of("rds.force_ssl", "1"));
        assertThat(fields("DBInstance", "ledger", "ClusterLogsExports")).containsEntry("ClusterLogsExports", List.of());
    }

    @Test
    void aClusterThatIsNotSeenIsAGapOfItsMember() {
        answer("Rds DescribeDBClusters", """
                <DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters/></DescribeDBClustersResult>\
                </DescribeDBClustersResponse>""");
        var gap = resource("DBInstance", "shop-1", "ClusterLogsExports")
                .document()
                .gaps()
                .get("ClusterLogsExports");
        assertThat(gap.summary()).isEqualTo("rds:DescribeDBClusters NotFound");
    }

    @Test
    void aSubnetThatCannotBeSeenHidesNoOther() {
        answer("Rds DescribeDBInstances", """
                <DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>\
                <DBInstanceIdentifier>ledger</DBInstanceIdentifier>\
                <DBInstanceArn>arn:aws:rds:eu-west-1:123456789012:db:ledger</DBInstanceArn>\
                <DBSubnetGroup><Subnets>\
                <Subnet><SubnetIdentifier>subnet-gone</SubnetIdentifier></Subnet>\
                <Subnet><SubnetIdentifier>subnet-a</SubnetIdentifier></Subnet>\
                <Subnet><SubnetIdentifier>subnet-b</SubnetIdentifier></Subnet>\
                </Subnets></DBSubnetGroup></DBInstance></DBInstances></DescribeDBInstancesResult>\
                </DescribeDBInstancesResponse>""");
        answer("Ec2 DescribeSubnets", """
                <DescribeSubnetsResponse><subnetSet>\
                <item><subnetId>subnet-a</subnetId><vpcId>vpc-1</vpcId></item>\
                <item><subnetId>subnet-b</subnetId><vpcId>vpc-1</vpcId></item>\
                </subnetSet></DescribeSubnetsResponse>""");
        answer("Ec2 DescribeRouteTables", """
                <DescribeRouteTablesResponse><routeTableSet><item><routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId>\
                <associationSet><item><main>true</main></item></associationSet></item></routeTableSet>\
                </DescribeRouteTablesResponse>""");
        var document = resource("DBInstance", "ledger", "RouteTables").document();
        assertThat(document.gaps().get("RouteTables").summary()).isEqualTo("ec2:DescribeSubnets NotFound");
        assertThat(document.fields().get("RouteTables"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(table -> assertThat(table.get("RouteTableId")).isEqualTo("rtb-1"));
    }

    private void answer(String operation, String body) {
        aws.meddle(operation, (request, behind) -> new Reply(200, "text/xml", body));
    }

    @Test
    void settingsOfAClusterAreThoseOfItsGroup() {
        assertThat(settings(resource("DBCluster", "shop", "Parameters")))
                .isEqualTo(Map.of(
                        "require_secure_transport", "",
                        "server_audit_events", "CONNECT,QUERY",
                        "server_audit_logging", "1"));
    }

    @Test
    void howFarAClusterCanBeRewoundIsNoChangeOfIt() {
        assertThat(resource("DBCluster", "shop").type().moving())
                .contains("EarliestBacktrackTime", "BacktrackConsumedChangeRecords", "LatestRestorableTime");
    }

    @Test
    void settingsOfOtherServicesAreNotAskedFor() {
        assertThat(fields("DBCluster", "graph", "Parameters")).containsEntry("Parameters", List.of());
    }

    @Test
    void snapshotsTellWhoMayRestoreThemUnlessTheyAreAutomated() {
        assertThat(fields("DBSnapshot", "orders-before-upgrade", "DBSnapshotAttributes"))
                .containsEntry(
                        "DBSnapshotAttributes",
                        List.of(Map.of("AttributeName", "restore", "AttributeValues", List.of("444455556666"))));
        assertThat(fields("DBSnapshot", "rds:orders-2026-09-01-03-10", "DBSnapshotAttributes"))
                .containsEntry("DBSnapshotAttributes", List.of());
    }

    @Test
    void clusterSnapshotsTellWhoMayRestoreThemUnlessTheyAreAutomated() {
        assertThat(fields("DBClusterSnapshot", "shop-copy", "DBClusterSnapshotAttributes"))
                .containsEntry(
                        "DBClusterSnapshotAttributes",
                        List.of(Map.of("AttributeName", "restore", "AttributeValues", List.of("all"))));
        assertThat(fields("DBClusterSnapshot", "rds:shop-2026-09-01-03-10", "DBClusterSnapshotAttributes"))
                .containsEntry("DBClusterSnapshotAttributes", List.of());
    }

    @Test
    void aSnapshotThatIsDeletedMeanwhileIsNoResource() {
        refuse("DescribeDBSnapshotAttributes", "DBSnapshotNotFound");
        refuse("DescribeDBClusterSnapshotAttributes", "DBClusterSnapshotNotFoundFault");
        assertThat(probe.read("AWS::RDS::DBSnapshot", "DBSnapshotAttributes").names())
                .containsExactly("rds:orders-2026-09-01-03-10");
        assertThat(probe.read("AWS::RDS::DBClusterSnapshot", "DBClusterSnapshotAttributes")
                        .names())
                .containsExactly("rds:shop-2026-09-01-03-10");
    }

    @Test
    void subscriptionsProxiesAndGlobalClustersAreListed() {
        assertThat(fields("EventSubscription", "database-failures"))
                .containsEntry("EventCategoriesList", List.of("failure"));
        assertThat(fields("DBProxy", "orders")).containsEntry("RequireTLS", false);
        assertThat(resource("GlobalCluster", "worldwide").arn())
                .isEqualTo("arn:aws:rds::111122223333:global-cluster:worldwide");
    }

    private void refuse(String operation, String code) {
        aws.meddle("Rds " + operation, (request, behind) -> new Reply(404, "text/xml", """
                <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>gone</Message></Error></ErrorResponse>""".formatted(code)));
    }

    private Map<String, Object> fields(String type, String name, String... parts) {
        return resource(type, name, parts).document().fields();
    }

    private Resource resource(String type, String name, String... parts) {
        return probe.read("AWS::RDS::" + type, parts).found().stream()
                .filter(resource -> name.equals(resource.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Object, Object> settings(Resource resource) {
        return ((List<?>) resource.document().fields().get("Parameters"))
                .stream()
                        .map(Map.class::cast)
                        .collect(Collectors.toMap(
                                setting -> setting.get("ParameterName"),
                                setting -> setting.containsKey("ParameterValue") ? setting.get("ParameterValue") : ""));
    }
}
