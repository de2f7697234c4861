package io.shisei.paging;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads lists by a plan for the very values that they are asked for. A statement that comes often is planned for any values
 * otherwise, and no plan suits both a filter that finds half of a table and one that finds ten rows of it: see docs/adr/0125.
 */
@Component
public final class PlannedReads {

    private final JdbcClient jdbc;

    PlannedReads(DataSource dataSource) {
        this.jdbc = JdbcClient.create(new Planned(dataSource));
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    private static final class Planned extends JdbcTemplate {

        Planned(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0); // the server keeps no plan of it
        }
    }
}
