package io.shisei.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of our own that can be restarted on the same port with the same data. */
final class Database implements AutoCloseable {

    static {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.OFF);
    }

    private final Path folder;
    private final int port;
    private EmbeddedPostgres postgres;

    Database(Path folder) throws IOException {
        this.folder = folder;
        postgres = builder().start();
        port = postgres.getPort();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "100");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** A database with all that is in the first one now, which nobody else may use meanwhile; answers its URL. */
    String copy(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template postgres");
        }
        return url().replaceFirst("postgres$", name);
    }

    /** Ends every server process at once, as a crash does, and starts again after {@code pause}. */
    void crash(long pause) throws IOException, InterruptedException {
        var pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor();
        Thread.sleep(pause);
        postgres.close();
        postgres = builder().setPort(port).start();
    }

    List<List<String>> rows(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), "postgres", "postgres");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    String value(String sql) throws SQLException {
        return rows(sql).getFirst().getFirst();
    }

    /** By table, the rows inserted, updated and deleted so far; partitions count for their table. */
    Map<String, Long> written() throws SQLException, InterruptedException {
        Thread.sleep(11_000); // an idle session reports its statistics after ten seconds
        var written = new TreeMap<String, Long>();
        var sql = "select regexp_replace(relname, '_\\d{4}_\\d{2}$', ''), sum(n_tup_ins + n_tup_upd + n_tup_del)"
                + " from pg_stat_user_tables where schemaname = 'public' group by 1";
        rows(sql).forEach(row -> written.put(row.get(0), Long.parseLong(row.get(1))));
        return written;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
