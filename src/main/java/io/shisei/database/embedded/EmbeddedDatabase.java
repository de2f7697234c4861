package io.shisei.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

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

    @Bean(destroyMethod = "close")
    @Nullable
    DataFolder dataFolder(
            @Value("${spring.datasource.url:}") String other, @Value("${shisei.data-dir:data}") Path folder) {
        return other.isEmpty() ? DataFolder.claim(folder.toAbsolutePath().normalize()) : null;
    }

    @Bean(destroyMethod = "close")
    @Nullable
    Server databaseServer(@Nullable DataFolder folder) throws IOException {
        return folder == null ? null : Server.start(folder);
    }

    @Bean
    JdbcConnectionDetails connectionDetails(@Nullable Server server, DataSourceProperties other) {
        return server == null
                ? new Details(other.determineUrl(), other.determineUsername(), other.determinePassword())
                : new Details(server.url(), ClusterAccess.NAME, server.password());
    }
}
