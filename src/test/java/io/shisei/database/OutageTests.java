package io.shisei.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class OutageTests {

    @Test
    void takesARestartOfTheDatabaseForAnOutage() {
        var restart = new SQLException("terminating connection due to administrator command", "57P01");
        assertThat(Outage.behind(new IllegalStateException(new UncategorizedSQLException("task", "sql", restart))))
                .contains(Outage.AWAY);
    }

    @Test
    void seesThatNothingCanBeWritten() {
        var standby = new SQLException("cannot execute UPDATE in a read-only transaction", "25006");
        assertThat(Outage.behind(new UncategorizedSQLException("task", "sql", standby)))
                .contains(Outage.READ_ONLY);
        assertThat(Outage.behind(new TransactionSystemException("", new IllegalStateException(standby))))
                .contains(Outage.READ_ONLY);
        assertThat(Outage.behind(new DataAccessResourceFailureException("", standby)))
                .contains(Outage.READ_ONLY);
    }

    @Test
    void seesThatTheDiskIsFull() {
        var full = new SQLException("could not extend file: No space left on device", "53100");
        assertThat(Outage.behind(new UncategorizedSQLException("task", "sql", full)))
                .contains(Outage.DISK_FULL);
        var refused = new SQLException("refused", "08001", new DiskFull(new ConnectException("refused")));
        assertThat(Outage.behind(new SQLTransientConnectionException("timed out", "08001", refused)))
                .contains(Outage.DISK_FULL);
    }

    @Test
    void takesNoConnectionForAnOutage() {
        assertThat(Outage.behind(new SQLTransientConnectionException("timed out")))
                .contains(Outage.AWAY);
    }

    @Test
    void blamesNoOutageForTheWork() {
        assertThat(Outage.behind(new DataIntegrityViolationException("no"))).isEmpty();
        assertThat(Outage.behind(new OptimisticLockingFailureException("no"))).isEmpty();
        assertThat(Outage.behind(new SQLException("no state"))).isEmpty();
    }
}
