package io.shisei.benchmark;

import io.shisei.control.ControlId;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import io.shisei.finding.Harvest;
import io.shisei.finding.Reconciliation;
import io.shisei.finding.rule.SuppressionRules;
import io.shisei.inventory.Document;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.test.Rows;
import io.shisei.test.Types;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reconciles a million findings of which one in a hundred changed, and copies the same rows into an equal table. */
final class ReconciliationBenchmark {

    private static final String ACCOUNT = "123456789012";
    private static final String REGION = "eu-west-1";
    private static final ControlId CONTROL = new ControlId("EC2.18");
    private static final ResourceType GROUP =
            Types.regional("AWS::EC2::SecurityGroup", "EC2", "ec2:DescribeSecurityGroups");

    private final int findings;
    private final DataSource source;
    private final JdbcClient jdbc;
    private final Reconciliation reconciliation;
    private final TransactionTemplate transaction;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private ReconciliationBenchmark(int findings, DataSource source) {
        this.findings = findings;
        this.source = source;
        jdbc = JdbcClient.create(source);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(SuppressionRules.class, () -> List::of);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.scan("io.shisei.finding", "io.shisei.inventory", "io.shisei.database");
        context.refresh();
        reconciliation = context.getBean(Reconciliation.class);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    public static void main(String... arguments) throws Exception {
        var folder = Files.createTempDirectory("shisei-benchmark");
        try (var database = new Database(folder)) {
            var source = new DriverManagerDataSource(database.url(), "postgres", "postgres");
            Flyway.configure().dataSource(source).load().migrate();
            new ReconciliationBenchmark(Settings.of(arguments).number("findings", 1_000_000), source).run();
        } finally {
            Folders.delete(folder);
        }
    }

    private void run() throws Exception {
        Rows.account(jdbc, ACCOUNT);
        reconcile("first: all new", number -> false);
        settle();
        reconcile("nothing changed", number -> false);
        settle();
        reconcile("1 % changed", number -> number % 100 == 0);
        settle();
        copyFindings();
        copyResources();
        print();
    }

    private void settle() {
        jdbc.sql("vacuum analyze").update();
        jdbc.sql("checkpoint").update();
    }

    private void reconcile(String name, IntPredicate changed) {
        try (var harvest = new Harvest(ACCOUNT, REGION)) {
            for (int number = 0; number < findings; number++) {
                harvest.add(group(number, changed.test(number)), Map.of(CONTROL, verdict(number, changed)));
            }
            var order = new Reconciliation.Order(
                    harvest,
                    Map.of(GROUP, List.of(CONTROL)),
                    Map.of(),
                    Reconciliation.Cause.scan(UUID.randomUUID()),
                    Instant.now());
            time(name, () -> transaction.executeWithoutResult(status -> reconciliation.reconcile(order)));
        }
    }

    private static Verdict verdict(int number, IntPredicate changed) {
        return number % 10 == 0 ^ changed.test(number)
                ? new Verdict.Failed(Text.same("IpProtocol = tcp, FromPort = 22"))
                : new Verdict.Passed(Text.NONE);
    }

    private static Resource group(int number, boolean changed) {
        var id = "sg-%017x".formatted(number);
        var permission = Map.<String, Object>of(
                "IpProtocol",
                "tcp",
                "FromPort",
                changed ? 22L : 443L,
                "ToPort",
                443L,
                "IpRanges",
                List.of(Map.of("CidrIp", "0.0.0.0/0")));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("GroupId", id);
        fields.put("GroupName", "group-" + number);
        fields.put("Description", "made up");
        fields.put("OwnerId", ACCOUNT);
        fields.put("IpPermissions", List.of(permission));
        return new Resource(
                "arn:aws:ec2:" + REGION + ":" + ACCOUNT + ":security-group/" + id,
                GROUP,
                id,
                Map.of("team", "t" + number % 20),
                Document.of(fields));
    }

    /** The rows as they are, into a table with the same columns, constraints and indexes. */
    private void copyFindings() throws Exception {
        copy("bare COPY of the findings", "finding", "order by id");
    }

    private void copyResources() throws Exception {
        copy("bare COPY of the resources", "resource", "order by id");
    }

    private void copy(String name, String table, String order) throws Exception {
        var file = Files.createTempFile("shisei-benchmark", ".copy");
        try (var connection = source.getConnection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var out = Files.newOutputStream(file)) {
                copy.copyOut("copy (select * from " + table + " " + order + ") to stdout", out);
            }
            jdbc.sql("create table bare_" + table + " (like " + table + " including all)")
                    .update();
            time(name, () -> {
                try (var in = Files.newInputStream(file)) {
                    copy.copyIn("copy bare_" + table + " from stdin", in);
                }
            });
        } finally {
            Files.delete(file);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void time(String name, Work work) {
        var began = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        seconds.put(name, (System.nanoTime() - began) / 1e9);
    }

    private void print() {
        double bare = seconds.get("bare COPY of the findings");
        double both = bare + seconds.get("bare COPY of the resources");
        System.out.println("| %,d findings, %s | seconds | × COPY of findings | × COPY of findings and resources |"
                .formatted(findings, Machine.describe()));
        System.out.println("|---|---|---|---|");
        seconds.forEach((name, time) ->
                System.out.println("| %s | %.1f | %.2f | %.2f |".formatted(name, time, time / bare, time / both)));
    }
}
