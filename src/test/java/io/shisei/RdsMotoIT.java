package io.shisei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shisei.account.Access;
import io.shisei.account.NewAccount;
import io.shisei.account.Registration;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.finding.Findings;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.ScanState;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Found;
import io.shisei.test.Moto;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ApplyMethod;

/** Databases of an emulated AWS: made carelessly, judged, put right, judged again. */
@ApplicationTest
class RdsMotoIT {

    private static final String ACCOUNT = "123456789012";
    private static Moto moto;

    @Autowired
    Registration registration;

    @Autowired
    Controls controls;

    @Autowired
    Scanner scanner;

    @Autowired
    Scans scans;

    @Autowired
    Findings findings;

    @BeforeAll
    static void start() {
        moto = Moto.start();
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void whatIsPutRightPasses() {
        registration.register(new NewAccount("databases", Access.DEFAULT, List.of("us-east-1")));
        try (var rds = RdsClient.create()) {
            makeCarelessly(rds);
            assertThat(verdicts()).containsAllEntriesOf(all("FAILED"));
            putRight(rds);
            assertThat(verdicts()).containsAllEntriesOf(all("PASSED"));
        } finally {
            registration.delete(ACCOUNT);
        }
    }

    /** Those that Moto can be told to satisfy and to break. */
    private static Map<String, String> all(String status) {
        var expected = new TreeMap<String, String>();
        for (var control : List.of(5, 6, 8, 9, 10, 11, 17, 36, 38)) {
            expected.put("RDS." + control + " ledger", status);
        }
        for (var control : List.of(7, 50)) {
            expected.put("RDS." + control + " orders", status);
        }
        expected.put("RDS.1 public", status);
        expected.put("RDS.1 public-cluster", status);
        expected.put("RDS.20 events", status);
        expected.put("RDS.43 pool", status);
        expected.put("RDS.51 worldwide", status);
        return expected;
    }

    private static void makeCarelessly(RdsClient rds) {
        rds.createDBParameterGroup(create -> create.dbParameterGroupName("own")
                .dbParameterGroupFamily("postgres16")
                .description("own"));
        rds.createDBClusterParameterGroup(create -> create.dbClusterParameterGroupName("own-cluster")
                .dbParameterGroupFamily("aurora-postgresql16")
                .description("own"));
        rds.createDBInstance(create -> create.dbInstanceIdentifier("ledger")
                .engine("postgres")
                .dbInstanceClass("db.m5.large")
                .allocatedStorage(20)
                .dbParameterGroupName("own")
                .masterUsername("postgres")
                .masterUserPassword("correct-horse"));
        rds.createDBCluster(create -> create.dbClusterIdentifier("orders")
                .engine("aurora-postgresql")
                .dbClusterParameterGroupName("own-cluster")
                .masterUsername("postgres")
                .masterUserPassword("correct-horse"));
        rds.createDBSnapshot(create -> create.dbInstanceIdentifier("ledger").dbSnapshotIdentifier("public"));
        rds.createDBClusterSnapshot(
                create -> create.dbClusterIdentifier("orders").dbClusterSnapshotIdentifier("public-cluster"));
        rds.modifyDBSnapshotAttribute(share ->
                share.dbSnapshotIdentifier("public").attributeName("restore").valuesToAdd("all"));
        rds.modifyDBClusterSnapshotAttribute(share -> share.dbClusterSnapshotIdentifier("public-cluster")
                .attributeName("restore")
                .valuesToAdd("all"));
        subscribe(rds, "failure");
        proxy(rds, false);
        globalCluster(rds, "8.0.mysql_aurora.3.05.2");
    }

    private static void putRight(RdsClient rds) {
        rds.modifyDBParameterGroup(modify -> modify.dbParameterGroupName("own")
                .parameters(setting -> setting.parameterName("rds.force_ssl")
                        .parameterValue("1")
                        .applyMethod(ApplyMethod.IMMEDIATE)));
        rds.modifyDBInstance(modify -> modify.dbInstanceIdentifier("ledger")
                .multiAZ(true)
                .monitoringInterval(60)
                .deletionProtection(true)
                .backupRetentionPeriod(7)
                .copyTagsToSnapshot(true)
                .enableIAMDatabaseAuthentication(true)
                .cloudwatchLogsExportConfiguration(logs -> logs.enableLogTypes("postgresql", "upgrade")));
        rds.modifyDBCluster(modify ->
                modify.dbClusterIdentifier("orders").deletionProtection(true).backupRetentionPeriod(7));
        rds.modifyDBSnapshotAttribute(share ->
                share.dbSnapshotIdentifier("public").attributeName("restore").valuesToRemove("all"));
        rds.modifyDBClusterSnapshotAttribute(share -> share.dbClusterSnapshotIdentifier("public-cluster")
                .attributeName("restore")
                .valuesToRemove("all"));
        // Moto cannot change these.
        rds.deleteEventSubscription(delete -> delete.subscriptionName("events"));
        subscribe(rds, "configuration change", "failure", "maintenance");
        rds.deleteDBProxy(delete -> delete.dbProxyName("pool"));
        proxy(rds, true);
        rds.deleteGlobalCluster(delete -> delete.globalClusterIdentifier("worldwide"));
        globalCluster(rds, "8.0.mysql_aurora.3.08.0");
    }

    private static void subscribe(RdsClient rds, String... categories) {
        rds.createEventSubscription(create -> create.subscriptionName("events")
                .snsTopicArn("arn:aws:sns:us-east-1:" + ACCOUNT + ":databases")
                .sourceType("db-instance")
                .eventCategories(categories)
                .enabled(true));
    }

    private static void proxy(RdsClient rds, boolean tls) {
        try (var ec2 = Ec2Client.create()) {
            var subnets = ec2.describeSubnets().subnets().stream()
                    .map(Subnet::subnetId)
                    .limit(2)
                    .toList();
            rds.createDBProxy(create -> create.dbProxyName("pool")
                    .engineFamily("POSTGRESQL")
                    .auth(auth -> auth.secretArn("arn:aws:secretsmanager:us-east-1:" + ACCOUNT + ":secret:ledger"))
                    .roleArn("arn:aws:iam::" + ACCOUNT + ":role/pool")
                    .vpcSubnetIds(subnets)
                    .requireTLS(tls));
        }
    }

    private static void globalCluster(RdsClient rds, String version) {
        rds.createGlobalCluster(create -> create.globalClusterIdentifier("worldwide")
                .engine("aurora-mysql")
                .engineVersion(version));
    }

    /** Of a scan, by control and name. */
    private Map<String, String> verdicts() {
        assertThat(scan().state()).isEqualTo(ScanState.COMPLETED);
        var verdicts = new TreeMap<String, String>();
        Found.active(findings)
                .forEach(finding -> verdicts.put(
                        finding.controlId() + " " + finding.resource().name(),
                        finding.complianceStatus().name()));
        return verdicts;
    }

    private Scan scan() {
        var request = new ScanRequest(ACCOUNT, null, ofRds(), Scan.Trigger.MANUAL, null);
        var id = scanner.start(request).id();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> scans.find(id).orElseThrow().state().ended());
        return scans.find(id).orElseThrow();
    }

    private List<ControlId> ofRds() {
        return controls.all().stream()
                .filter(control -> control.service().equals("RDS"))
                .map(Control::id)
                .toList();
    }
}
