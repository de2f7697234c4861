package io.shisei.test;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A schema of its own, in which a test migrates what an older version has left. */
public final class OlderSchema implements AutoCloseable {

    private final DataSource database;
    private final String name;
    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;

    /** @param version the older one */
    public OlderSchema(DataSource database, String name, String version) throws SQLException {
        this.database = database;
        this.name = name;
        version(version).migrate();
        this.connection = new SingleConnectionDataSource(database.getConnection(), true);
        this.jdbc = new JdbcTemplate(connection);
        jdbc.execute("set search_path to " + name);
    }

    /** Of one connection, which sees this schema alone. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public void migrate() {
        version("latest").migrate();
    }

    private Flyway version(String target) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(name)
                .cleanDisabled(false)
                .target(MigrationVersion.fromVersion(target))
                .load();
    }

    @Override
    public void close() {
        jdbc.execute("reset search_path");
        connection.destroy();
        version("latest").clean();
    }
}
