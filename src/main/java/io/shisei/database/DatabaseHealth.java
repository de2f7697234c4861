package io.shisei.database;

import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database can do all that is asked of it: it answers, takes changes, and has room for them. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);

    private final DataSource database;
    private final Room room;
    private final Optional<LocalDatabase> local;
    private volatile Optional<Outage> before = Optional.empty();

    DatabaseHealth(DataSource database, Room room, ObjectProvider<LocalDatabase> local) {
        this.database = database;
        this.room = room;
        this.local = Optional.ofNullable(local.getIfAvailable());
    }

    @Override
    public Health health() {
        var outage = local.flatMap(DatabaseHealth::seen).or(this::asked);
        log(outage);
        return outage.map(it -> Health.down().withDetail("outage", it))
                .orElseGet(Health::up)
                .build();
    }

    private static Optional<Outage> seen(LocalDatabase local) {
        return local.isFull()
                ? Optional.of(Outage.DISK_FULL)
                : Optional.of(Outage.AWAY).filter(away -> !local.isRunning());
    }

    private Optional<Outage> asked() {
        try {
            var readOnly = JdbcClient.create(database)
                    .sql("select current_setting('transaction_read_only')::boolean")
                    .query(Boolean.class)
                    .single();
            return readOnly
                    ? Optional.of(Outage.READ_ONLY)
                    : Optional.of(Outage.DISK_FULL).filter(full -> room.isLacking(database));
        } catch (DataAccessException e) {
            return Outage.behind(e).or(() -> Optional.of(Outage.AWAY));
        }
    }

    private void log(Optional<Outage> now) {
        if (!now.equals(before)) {
            before = now;
            now.ifPresentOrElse(
                    outage -> LOG.error("Not ready: {}", outage.meaning()),
                    () -> LOG.info("The database is well again"));
        }
    }
}
