package io.shisei.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Starts a PostgreSQL of our own where no {@code spring.datasource.url} is set, and nothing else names a database. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(@Value("${shisei.data-dir:data}") Path folder) {
        return DataFolder.claim(folder.toAbsolutePath().normalize());
    }

    @Bean(destroyMethod = "close")
    Server databaseServer(DataFolder folder) throws IOException {
        return Server.start(folder);
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(Server server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return ClusterAccess.NAME;
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }
}
