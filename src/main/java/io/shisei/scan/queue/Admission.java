package io.shisei.scan.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.database.Instants;
import io.shisei.scan.ScanSettings;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets queued scans begin in the order in which they were asked for, as long as fewer than the limit are under way.
 * An account has at most one scan, so none can keep the others waiting.
 */
@Component
public class Admission {

    /** A lock of PostgreSQL that all instances of the service know; no other part of it takes this number. */
    private static final long DOOR = 0x5C45_AD31L;

    /**
     * Recordings are replayed by their own thread. A scan that is being cancelled is locked by whoever does so. The scans
     * are chosen once, ahead of the update: within it, a plan may choose again for each row, and let too many in.
     */
    private static final String ADMIT = """
            with next as materialized (
                select id from scan where state = 'QUEUED' and admitted_at is null and trigger <> 'SAMPLE'
                order by queued_at, id
                limit greatest(0, :limit - (
                    select count(*) from scan
                    where trigger <> 'SAMPLE'
                      and (state = 'RUNNING' or state = 'QUEUED' and admitted_at is not null)))
                for update skip locked)
            update scan set admitted_at = :at from next where scan.id = next.id
            returning scan.id
            """;

    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final ScanSettings settings;
    private final Clock clock;

    Admission(
            JdbcClient jdbc,
            @Lazy SchedulerClient scheduler, // its tasks end scans
            ScanSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /** Call it whenever a scan was queued or has ended; once too often does no harm. */
    @Transactional
    public void admit() {
        jdbc.sql("select pg_advisory_xact_lock(:door)")
                .param("door", DOOR)
                .query((row, number) -> number)
                .list();
        jdbc.sql(ADMIT)
                .param("at", Instants.utc(clock.instant()))
                .param("limit", settings.accountsAtOnce())
                .query(UUID.class)
                .list()
                .forEach(id -> scheduler.scheduleIfNotExists(ScanTasks.scan(id), clock.instant()));
    }

    /** Whether the scan may begin; false while it waits. */
    boolean admitted(UUID id) {
        return jdbc.sql("select admitted_at is not null or state <> 'QUEUED' from scan where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }
}
