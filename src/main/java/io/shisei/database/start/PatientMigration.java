package io.shisei.database.start;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Migrates the database as soon as it answers: one that is started together with the service may take its time. */
@Component
final class PatientMigration implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(PatientMigration.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String url;
    private final Duration patience;

    PatientMigration(JdbcConnectionDetails details, @Value("${shisei.database-wait:30s}") Duration patience) {
        this.url = details.getJdbcUrl().replaceFirst("\\?.*", ""); // may hold a password
        this.patience = patience;
    }

    @Override
    public void migrate(Flyway flyway) {
        await(flyway.getConfiguration().getDataSource());
        refuseNewer(flyway);
        flyway.migrate();
    }

    /** An older version would write past what the newer one has added; those that run already may end their work. */
    private void refuseNewer(Flyway flyway) {
        Arrays.stream(flyway.info().applied())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .reduce((older, newer) -> newer)
                .ifPresent(newest -> {
                    throw new Unusable(
                            "the database at " + url + " was brought to schema " + newest.getVersion()
                                    + " by a newer version of Shisei, which this one does not know",
                            "Start the newer version; or give this one a database of its own, or a backup taken before"
                                    + " the upgrade.");
                });
    }

    void await(DataSource database) {
        var end = System.nanoTime() + patience.toNanos();
        for (var refusal = knock(database); refusal != null; refusal = knock(database)) {
            if (refusal.isFinal() || System.nanoTime() > end) {
                throw refusal.at(url);
            }
            LOG.warn("The database at {} does not answer yet: {}", url, refusal.reason());
            pause();
        }
    }

    private static @Nullable NoConnection knock(DataSource database) {
        try {
            database.getConnection().close();
            return null;
        } catch (SQLException | RuntimeException e) { // the pool throws one of its own when it is new
            return NoConnection.of(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }
}
