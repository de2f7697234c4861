package io.shisei.database.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shisei.test.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Two versions of the service on one database; each has a folder of migrations. */
@DatabaseTest
class NewerDatabaseTests {

    @Autowired
    DataSource database;

    @Autowired
    JdbcConnectionDetails details;

    @TempDir
    Path older;

    @TempDir
    Path newer;

    private PatientMigration migration;

    @BeforeEach
    void versions() throws IOException {
        for (var folder : new Path[] {older, newer}) {
            Files.writeString(folder.resolve("V1__one.sql"), "create table one (id integer);");
        }
        Files.writeString(newer.resolve("V2__two.sql"), "create table two (id integer);");
        migration = new PatientMigration(details, Duration.ZERO);
    }

    @AfterEach
    void clean() {
        version(newer).clean();
    }

    @Test
    void takesOverFromAnOlderVersion() {
        migration.migrate(version(older));
        migration.migrate(version(newer));
        assertThat(version(newer).info().current().getVersion()).hasToString("2");
    }

    @Test
    void refusesToWriteIntoTheTablesOfANewerVersion() {
        migration.migrate(version(newer));
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> migration.migrate(version(older)))
                .withMessageContaining("was brought to schema 2 by a newer version")
                .extracting(Unusable::remedy)
                .asString()
                .contains("Start the newer version");
    }

    private Flyway version(Path migrations) {
        return Flyway.configure()
                .dataSource(database)
                .schemas("versions")
                .locations("filesystem:" + migrations)
                .cleanDisabled(false)
                .load();
    }
}
