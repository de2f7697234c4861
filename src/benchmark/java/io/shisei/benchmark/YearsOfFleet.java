package io.shisei.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a fleet of accounts leaves in the database over the years, written by the SQL in {@code src/benchmark/years}. What the
 * sample account has is the mold of what all have: its resources with what the product says of them.
 */
record YearsOfFleet(Database database, Settings settings) {

    private static final Path SQL = Path.of("src/benchmark/years");

    private static final List<String> FASTER = List.of(
            "max_wal_size = '16GB'",
            "checkpoint_timeout = '1h'",
            "autovacuum = off",
            "full_page_writes = off",
            "maintenance_work_mem = '2GB'");

    private static final Map<String, Integer> DEFAULTS = Map.of(
            "accounts", 200,
            "unlike", 20,
            "days", 730,
            "findings", 50_000,
            "regions", 17,
            "coverage", 30,
            "points", 60,
            "bad", 40);

    /** A control, its severity, and whether it counts for the standard. */
    record Control(String id, String severity, boolean member) {}

    boolean isThere() throws SQLException {
        return !database.value("select coalesce(to_regclass('years.done')::text, '')")
                .isEmpty();
    }

    /** The sample account is in the database, and nobody else uses it. */
    void write(List<Control> controls) throws Exception {
        configure("alter system set ");
        try (var connection = connect()) {
            run(connection, text("words.sql"));
            keep(connection, numbers(), controls);
            time("mold", () -> run(connection, text("mold.sql")));
            time("begin", () -> run(connection, text("begin.sql")));
            time("accounts", this::accounts);
            time("indexes", () -> run(connection, text("end.sql")));
            run(connection, "vacuum analyze");
            time("sums", () -> run(connection, "set session_replication_role = replica; " + text("all.sql")));
            time("vacuum", () -> run(connection, "vacuum analyze"));
            run(connection, "create table years.done ()");
        }
        configure("alter system reset ");
    }

    private Map<String, Integer> numbers() {
        var numbers = new TreeMap<String, Integer>();
        DEFAULTS.forEach((name, value) -> numbers.put(name, settings.number(name, value)));
        numbers.computeIfPresent("unlike", (name, value) -> Math.min(value, numbers.get("accounts")));
        return numbers;
    }

    private void keep(Connection connection, Map<String, Integer> numbers, List<Control> controls) throws SQLException {
        try (var setting = connection.prepareStatement("insert into years.setting values (?, ?)");
                var control = connection.prepareStatement("insert into years.control values (?, ?, ?)")) {
            for (var number : numbers.entrySet()) {
                setting.setString(1, number.getKey());
                setting.setInt(2, number.getValue());
                setting.addBatch();
            }
            for (var one : controls) {
                control.setString(1, one.id());
                control.setString(2, one.severity());
                control.setBoolean(3, one.member());
                control.addBatch();
            }
            setting.executeBatch();
            control.executeBatch();
        }
    }

    /** A few are made one by one; the others are copies of them. */
    private void accounts() throws Exception {
        var unlike = numbers().get("unlike");
        each("years.n", unlike, text("account.sql"));
        each("years.k", (numbers().get("accounts") - 1) / unlike, text("copies.sql"));
    }

    /** From one to the last, two at once, each in a transaction of its own. */
    private void each(String variable, int last, String sql) throws Exception {
        var next = new AtomicInteger();
        Callable<Void> work = () -> {
            try (var connection = connect()) {
                run(connection, "set jit = off; set work_mem = '128MB'");
                connection.setAutoCommit(false);
                for (int n = next.incrementAndGet(); n <= last; n = next.incrementAndGet()) {
                    run(
                            connection,
                            "set local session_replication_role = replica; set local %s = '%d'; %s"
                                    .formatted(variable, n, sql));
                    connection.commit();
                }
            }
            return null;
        };
        try (var workers = Executors.newFixedThreadPool(2)) {
            for (var done : workers.invokeAll(List.of(work, work))) {
                done.get();
            }
        }
    }

    private void configure(String how) throws SQLException {
        try (var connection = connect()) {
            for (var setting : FASTER) {
                run(connection, how + (how.contains(" set ") ? setting : setting.replaceFirst(" .*", "")));
            }
            run(connection, "select pg_reload_conf()");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", "postgres");
    }

    private static String text(String file) throws IOException {
        return Files.readString(SQL.resolve(file));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void time(String name, Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        System.out.println("%s: %d s".formatted(name, (System.nanoTime() - began) / 1_000_000_000));
    }
}
