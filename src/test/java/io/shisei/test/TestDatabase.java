package io.shisei.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One PostgreSQL for all tests of a run: a container where Docker answers, else the embedded one. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);
    private static final JdbcConnectionDetails DATABASE = start();

    private record Details(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    @Bean
    JdbcConnectionDetails connectionDetails() {
        return DATABASE;
    }

    private static JdbcConnectionDetails start() {
        try {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                // Each kind of slice keeps a pool of its own; the embedded one allows as many.
                var container =
                        new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "max_connections=300");
                container.start();
                LOG.warn("Docker answers: tests use {} in a container", container.getDockerImageName());
                return new Details(container.getJdbcUrl(), container.getUsername(), container.getPassword());
            }
            LOG.warn("No Docker answers: tests use the embedded PostgreSQL");
        } catch (RuntimeException e) {
            LOG.warn("Docker answers but cannot run postgres:18 ({}): tests use the embedded PostgreSQL", e.toString());
        }
        return embedded();
    }

    private static JdbcConnectionDetails embedded() {
        try {
            var postgres = EmbeddedPostgres.builder().start();
            return new Details(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
