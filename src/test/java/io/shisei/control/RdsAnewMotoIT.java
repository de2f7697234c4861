package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ApplyMethod;

/**
 * What is said of databases when they are made and not to be changed afterwards, by AWS or by Moto: made carelessly, judged,
 * replaced, judged again. MariaDB is none that Moto makes.
 */
class RdsAnewMotoIT {

    /** The controls by the names of what they judge. */
    private static final Map<String, List<Integer>> CONTROLS = Map.ofEntries(
            Map.entry("ledger", List.of(2, 3, 13, 23, 25)),
            Map.entry("shop", List.of(39)),
            Map.entry("erp", List.of(40, 41)),
            Map.entry("orders", List.of(12, 16, 24, 27, 34, 45)),
            Map.entry("stock", List.of(37)),
            Map.entry("parcels", List.of(35, 47)),
            Map.entry("people", List.of(48)),
            Map.entry("ledger-kept", List.of(4)),
            Map.entry("orders-kept", List.of(4)),
            Map.entry("of-clusters", List.of(19)),
            Map.entry("of-groups", List.of(21)),
            Map.entry("of-old-groups", List.of(22)));

    private static final String NEW = "-new";

    @RegisterExtension
    static final Emulated aws = new Emulated();

    @Test
    void whatIsReplacedPasses() {
        try (var rds = RdsClient.create()) {
            make(rds, false);
            assertThat(aws.verdicts("RDS", "us-east-1")).containsAllEntriesOf(all("", "Failed"));
            delete(rds);
            make(rds, true);
            assertThat(aws.verdicts("RDS", "us-east-1")).containsAllEntriesOf(all(NEW, "Passed"));
        }
    }

    private static Map<String, String> all(String suffix, String verdict) {
        var expected = new TreeMap<String, String>();
        CONTROLS.forEach((name, controls) -> expected.putAll(Emulated.all("RDS", controls, name + suffix, verdict)));
        return expected;
    }

    private static void make(RdsClient rds, boolean careful) {
        var suffix = careful ? NEW : "";
        var secure = careful ? "1" : "0";
        group(rds, "mysql8.0", Map.of("require_secure_transport", secure));
        group(rds, "sqlserver-se-15.0", Map.of("rds.force_ssl", secure));
        auditing(rds, careful);
        rds.createDBInstance(create -> create.dbInstanceIdentifier("ledger" + suffix)
                .engine("postgres")
                .dbInstanceClass("db.m5.large")
                .allocatedStorage(20)
                .publiclyAccessible(!careful)
                .storageEncrypted(careful)
                .autoMinorVersionUpgrade(careful)
                .port(careful ? 5444 : 5432)
                .masterUsername(careful ? "keeper" : "postgres")
                .masterUserPassword("correct-horse"));
        instance(rds, "shop" + suffix, "mysql", "mysql8.0", List.of());
        instance(
                rds,
                "erp" + suffix,
                "sqlserver-se",
                "sqlserver-se-15.0",
                careful ? List.of("error", "agent") : List.of());
        rds.createDBCluster(create -> create.dbClusterIdentifier("orders" + suffix)
                .engine("aurora-mysql")
                .dbClusterParameterGroupName("auditing")
                .enableIAMDatabaseAuthentication(careful)
                .copyTagsToSnapshot(careful)
                .storageEncrypted(careful)
                .enableCloudwatchLogsExports(careful ? List.of("audit") : List.of())
                .masterUsername(careful ? "keeper" : "admin")
                .masterUserPassword("correct-horse"));
        rds.createDBCluster(create -> create.dbClusterIdentifier("stock" + suffix)
                .engine("aurora-postgresql")
                .enableCloudwatchLogsExports(careful ? List.of("postgresql") : List.of())
                .masterUsername("keeper")
                .masterUserPassword("correct-horse"));
        multiAz(rds, "parcels" + suffix, "postgres", careful);
        multiAz(rds, "people" + suffix, "mysql", careful);
        rds.createDBSnapshot(
                create -> create.dbInstanceIdentifier("ledger" + suffix).dbSnapshotIdentifier("ledger-kept" + suffix));
        rds.createDBClusterSnapshot(create ->
                create.dbClusterIdentifier("orders" + suffix).dbClusterSnapshotIdentifier("orders-kept" + suffix));
        subscribe(
                rds,
                "of-clusters" + suffix,
                "db-cluster",
                careful ? List.of("maintenance", "failure") : List.of("failover"));
        subscribe(
                rds,
                "of-groups" + suffix,
                "db-parameter-group",
                careful ? List.of("configuration change") : List.of("notification"));
        subscribe(
                rds,
                "of-old-groups" + suffix,
                "db-security-group",
                careful ? List.of("configuration change", "failure") : List.of("failure"));
    }

    private static void group(RdsClient rds, String family, Map<String, String> settings) {
        rds.createDBParameterGroup(create -> create.dbParameterGroupName(name(family))
                .dbParameterGroupFamily(family)
                .description("own"));
        settings.forEach((name, value) -> rds.modifyDBParameterGroup(modify -> modify.dbParameterGroupName(name(family))
                .parameters(setting ->
                        setting.parameterName(name).parameterValue(value).applyMethod(ApplyMethod.IMMEDIATE))));
    }

    private static String name(String family) {
        return "own-" + family.replace('.', '-');
    }

    private static void auditing(RdsClient rds, boolean careful) {
        rds.createDBClusterParameterGroup(create -> create.dbClusterParameterGroupName("auditing")
                .dbParameterGroupFamily("aurora-mysql8.0")
                .description("own"));
        if (careful) {
            rds.modifyDBClusterParameterGroup(modify -> modify.dbClusterParameterGroupName("auditing")
                    .parameters(
                            setting -> setting.parameterName("server_audit_logging")
                                    .parameterValue("1")
                                    .applyMethod(ApplyMethod.IMMEDIATE),
                            setting -> setting.parameterName("server_audit_events")
                                    .parameterValue("CONNECT,QUERY")
                                    .applyMethod(ApplyMethod.IMMEDIATE)));
        }
    }

    private static void instance(RdsClient rds, String name, String engine, String family, List<String> exported) {
        rds.createDBInstance(create -> create.dbInstanceIdentifier(name)
                .engine(engine)
                .dbInstanceClass("db.m5.large")
                .allocatedStorage(20)
                .dbParameterGroupName(name(family))
                .enableCloudwatchLogsExports(exported)
                .masterUsername("keeper")
                .masterUserPassword("correct-horse"));
    }

    private static void multiAz(RdsClient rds, String name, String engine, boolean careful) {
        rds.createDBCluster(create -> create.dbClusterIdentifier(name)
                .engine(engine)
                .dbClusterInstanceClass("db.m5d.large")
                .allocatedStorage(100)
                .storageType("io1")
                .iops(1000)
                .autoMinorVersionUpgrade(careful)
                .copyTagsToSnapshot(careful)
                .masterUsername("keeper")
                .masterUserPassword("correct-horse"));
    }

    private static void subscribe(RdsClient rds, String name, String type, List<String> categories) {
        rds.createEventSubscription(create -> create.subscriptionName(name)
                .snsTopicArn("arn:aws:sns:us-east-1:123456789012:databases")
                .sourceType(type)
                .eventCategories(categories)
                .enabled(true));
    }

    private static void delete(RdsClient rds) {
        rds.deleteDBSnapshot(delete -> delete.dbSnapshotIdentifier("ledger-kept"));
        rds.deleteDBClusterSnapshot(delete -> delete.dbClusterSnapshotIdentifier("orders-kept"));
        for (var instance : List.of("ledger", "shop", "erp")) {
            rds.deleteDBInstance(delete -> delete.dbInstanceIdentifier(instance).skipFinalSnapshot(true));
        }
        for (var cluster : List.of("orders", "stock", "parcels", "people")) {
            rds.deleteDBCluster(delete -> delete.dbClusterIdentifier(cluster).skipFinalSnapshot(true));
        }
        for (var family : List.of("mysql8.0", "sqlserver-se-15.0")) {
            rds.deleteDBParameterGroup(delete -> delete.dbParameterGroupName(name(family)));
        }
        rds.deleteDBClusterParameterGroup(delete -> delete.dbClusterParameterGroupName("auditing"));
        for (var subscription : List.of("of-clusters", "of-groups", "of-old-groups")) {
            rds.deleteEventSubscription(delete -> delete.subscriptionName(subscription));
        }
    }
}
