package io.shisei.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import io.shisei.test.TestDatabase;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

@ExtendWith(SpringExtension.class)
@ContextConfiguration(classes = TestDatabase.class)
class DatabaseHealthTests {

    @Autowired
    private JdbcConnectionDetails details;

    private final LocalDatabase local = mock();
    private final Room room = new Room();
    private HikariDataSource pool;

    private DatabaseHealth health(ObjectProvider<LocalDatabase> local, String options) {
        pool = new HikariDataSource();
        pool.setJdbcUrl(details.getJdbcUrl() + (details.getJdbcUrl().contains("?") ? "&" : "?") + options);
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        pool.setConnectionTimeout(1000);
        room.postProcessBeforeInitialization(pool, "pool");
        return new DatabaseHealth(pool, room, local);
    }

    private DatabaseHealth own() {
        return health(provider(local), "");
    }

    private static ObjectProvider<LocalDatabase> provider(LocalDatabase local) {
        ObjectProvider<LocalDatabase> provider = mock();
        when(provider.getIfAvailable()).thenReturn(local);
        return provider;
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void isUpWhereItAnswersAndTakesChanges() {
        assertThat(health(provider(null), "").health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhereNothingCanBeChanged() {
        var health = health(provider(null), "options=-c%20default_transaction_read_only=on");
        assertThat(health.health().getDetails()).containsEntry("outage", Outage.READ_ONLY);
    }

    @Test
    void isDownWhileOurOwnIsDead() {
        var health = own();
        assertThat(health.health().getDetails()).containsEntry("outage", Outage.AWAY);
        when(local.isRunning()).thenReturn(true);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhileOurOwnHasNoRoom() {
        when(local.isRunning()).thenReturn(true);
        when(local.isFull()).thenReturn(true);
        assertThat(own().health().getDetails()).containsEntry("outage", Outage.DISK_FULL);
    }

    @Test
    void remembersAFullDiskUntilThereIsRoom() throws SQLException {
        var health = health(provider(null), "");
        var jdbc = JdbcClient.create(pool);
        var full = "do $$ begin raise sqlstate '53100'; end $$";
        assertThat(catchThrowable(() -> jdbc.sql(full).update())).isNotNull();
        assertThat(room.isLacking(refusing())).isTrue();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(room.isLacking(refusing())).isFalse();
    }

    /** A database that lacks room for whatever it is to write. */
    private static DataSource refusing() throws SQLException {
        DataSource refusing = mock();
        when(refusing.getConnection()).thenThrow(new SQLException("no room", "53100"));
        return refusing;
    }
}
