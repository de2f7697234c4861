package io.shisei.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings many rows into a table at once, by PostgreSQL's {@code COPY}. */
@Component
public class CopyIn {

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final TemporaryTables tables;

    CopyIn(JdbcTemplate jdbc, DataSource dataSource, TemporaryTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.dataSource = dataSource;
    }

    /**
     * Fills a table of {@link TemporaryTables}.
     *
     * @param columns names and types
     * @param rows as {@link CopyRow} makes them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void temporary(String table, String columns, InputStream rows) {
        tables.empty(table, columns);
        var connection = DataSourceUtils.getConnection(dataSource);
        try (rows) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw jdbc.getExceptionTranslator().translate("copy into " + table, null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        jdbc.execute("analyze " + table);
    }
}
