package io.shisei.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedDatabaseTests {

    private final EmbeddedDatabase database = new EmbeddedDatabase();

    @TempDir
    private Path data;

    @Test
    void keepsItsDataOverARestart() throws Exception {
        run(jdbc -> jdbc.sql("create table kept as select 42 as answer").update());
        run(jdbc -> assertThat(
                        jdbc.sql("select answer from kept").query(Integer.class).single())
                .isEqualTo(42));
    }

    @Test
    void recoversFromBeingKilled() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var classes = System.getProperty("java.class.path");
        var killed = new ProcessBuilder(java, "-cp", classes, Killed.class.getName(), data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("killed.log").toFile())
                .start();
        assertThat(killed.waitFor()).isEqualTo(137);
        run(jdbc ->
                assertThat(jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1));
    }

    @Test
    void staysAwayWhereAnotherIsNamed() throws Exception {
        var named = new DataSourceProperties();
        named.setUrl("jdbc:postgresql://database/shisei");
        named.setUsername("shisei");
        var server = start(settings(data).withProperty("spring.datasource.url", named.getUrl()));
        assertThat(server).isNull();
        assertThat(data).isEmptyDirectory();
        assertThat(database.connectionDetails(server, named).getJdbcUrl()).isEqualTo(named.getUrl());
        assertThat(database.connectionDetails(server, named).getUsername()).isEqualTo("shisei");
    }

    /** Ends as if by kill -9, its database still running. */
    static final class Killed {
        static void main(String[] args) throws Exception {
            start(settings(Path.of(args[0])));
            Runtime.getRuntime().halt(137);
        }
    }

    private void run(Consumer<JdbcClient> work) throws Exception {
        try (var server = start(settings(data))) {
            work.accept(client(database.connectionDetails(server, new DataSourceProperties())));
        }
    }

    private static @Nullable Server start(Environment settings) throws IOException {
        var nothing = new StaticListableBeanFactory().getBeanProvider(HeadStart.Begun.class);
        return new EmbeddedDatabase().databaseServer(settings, nothing);
    }

    private static MockEnvironment settings(Path data) {
        return new MockEnvironment().withProperty("shisei.data-dir", data.toString());
    }

    private static JdbcClient client(JdbcConnectionDetails details) {
        return JdbcClient.create(
                new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword()));
    }
}
