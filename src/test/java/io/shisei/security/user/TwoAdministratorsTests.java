package io.shisei.security.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.shisei.refusal.Refusal;
import io.shisei.security.Role;
import io.shisei.test.DatabaseTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Who waits for whom shows in two transactions that end, which needs a table of users of its own. */
@DatabaseTest
class TwoAdministratorsTests {

    private static final String SCHEMA = "two_administrators";

    private final JdbcClient jdbc;
    private final JdbcClient outside;
    private final TransactionTemplate transaction;
    private final Users users;

    TwoAdministratorsTests(@Autowired JdbcConnectionDetails database) {
        var source = ownSchema(database);
        this.jdbc = JdbcClient.create(source);
        this.outside = JdbcClient.create(ownSchema(database));
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.users = new Users(jdbc, new BCryptPasswordEncoder(4), new AdminPassword(""), Clock.systemUTC());
    }

    private static DataSource ownSchema(JdbcConnectionDetails database) {
        var url = database.getJdbcUrl();
        return new DriverManagerDataSource(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA,
                Objects.requireNonNull(database.getUsername()),
                Objects.requireNonNull(database.getPassword()));
    }

    @BeforeEach
    void two() {
        jdbc.sql("create schema " + SCHEMA).update();
        jdbc.sql("create table app_user (like public.app_user including all)").update();
        users.add("kim", Role.ADMINISTRATOR, "admin");
        users.add("lee", Role.ADMINISTRATOR, "admin");
    }

    @AfterEach
    void none() {
        jdbc.sql("drop schema " + SCHEMA + " cascade").update();
    }

    @Test
    void whoRemoveEachOtherLeaveOne() {
        assertOneIsLeft(() -> users.remove("kim", "lee"));
    }

    @Test
    void whoTakeTheRoleFromEachOtherLeaveOne() {
        assertOneIsLeft(() -> users.changeRole("kim", Role.READER, "lee"));
    }

    private void assertOneIsLeft(Runnable lees) {
        var second = Objects.requireNonNull(transaction.execute(open -> {
            users.remove("lee", "kim");
            var waiting = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(other -> lees.run()));
            await().until(this::somebodyWaits);
            return waiting;
        }));
        assertThat(second)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(Refusal.Impossible.class);
        assertThat(users.list())
                .extracting(Person::username, Person::role)
                .containsExactly(tuple("kim", Role.ADMINISTRATOR));
    }

    /** A transaction sees who waits as it was when it first looked. */
    private boolean somebodyWaits() {
        return outside.sql("""
                        select exists (select from pg_stat_activity
                                       where wait_event_type = 'Lock' and query like '%from app_user%')
                        """).query(Boolean.class).single();
    }
}
