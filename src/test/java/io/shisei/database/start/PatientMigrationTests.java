package io.shisei.database.start;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

class PatientMigrationTests {

    private final JdbcConnectionDetails details = mock();
    private final DataSource database = mock();

    @Test
    void waitsForADatabaseThatIsStarting() throws SQLException {
        when(database.getConnection())
                .thenThrow(new SQLException("the database system is starting up", "57P03"))
                .thenReturn(mock(Connection.class));
        await(Duration.ofMinutes(1));
        verify(database, times(2)).getConnection();
    }

    @Test
    void saysWhichDatabaseDoesNotAnswerButNotItsPassword() throws SQLException {
        var refused = new IllegalStateException("pool", new SQLException("Connection refused", "08001"));
        when(database.getConnection()).thenThrow(refused);
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> await(Duration.ZERO))
                .withMessage("The database at jdbc:postgresql://db/shisei cannot be used: Connection refused")
                .extracting(Unusable::remedy)
                .asString()
                .contains("SPRING_DATASOURCE_URL");
    }

    @Test
    void doesNotWaitForAnotherPassword() throws SQLException {
        when(database.getConnection()).thenThrow(new SQLException("password authentication failed", "28P01"));
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> await(Duration.ofMinutes(1)))
                .extracting(Unusable::remedy)
                .asString()
                .contains("SPRING_DATASOURCE_PASSWORD");
    }

    private void await(Duration patience) {
        when(details.getJdbcUrl()).thenReturn("jdbc:postgresql://db/shisei?password=secret");
        new PatientMigration(details, patience).await(database);
    }
}
