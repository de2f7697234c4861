package io.shisei.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertyResolver;

/**
 * Starts a PostgreSQL of our own where no {@code spring.datasource.url} is set, and nothing else names a database. Asked when
 * the service starts: conditions of beans are settled when the jar is built.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
class EmbeddedDatabase {

    private record Details(
            String getJdbcUrl,
            @Nullable String getUsername,
            @Nullable String getPassword) implements JdbcConnectionDetails {}

    static boolean isWanted(PropertyResolver settings) {
        return settings.getProperty("spring.datasource.url", "").isEmpty();
    }

    static Path folder(PropertyResolver settings) {
        return Path.of(settings.getProperty("shisei.data-dir", "data"))
                .toAbsolutePath()
                .normalize();
    }

    @Bean(destroyMethod = "close")
    @Nullable
    Server databaseServer(Environment settings, ObjectProvider<HeadStart.Begun> headStart) throws IOException {
        if (!isWanted(settings)) {
            return null;
        }
        var begun = headStart.getIfAvailable();
        return begun == null ? Server.start(folder(settings)) : begun.join();
    }

    @Bean
    JdbcConnectionDetails connectionDetails(@Nullable Server server, DataSourceProperties other) {
        return server == null
                ? new Details(other.determineUrl(), other.determineUsername(), other.determinePassword())
                : new Details(server.url(), ClusterAccess.NAME, server.password());
    }
}
