package io.shisei.scan.recheck;

import io.shisei.database.Instants;
import io.shisei.refusal.Refusal;
import io.shisei.scan.ScanCode;
import io.shisei.scan.ScanSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets one recheck at a time read a resource, so that no older reading replaces a newer one. */
@Repository
class RecheckLease {

    /** How much longer than its reading a recheck may take before it is believed to be dead. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Duration longest;

    RecheckLease(JdbcClient jdbc, ScanSettings settings) {
        this.jdbc = jdbc;
        this.longest = settings.recheckTimeout().plus(GRACE);
    }

    /**
     * Answers the id of the recheck that may read.
     *
     * @throws Refusal when another one reads
     */
    UUID take(UUID resource, Instant now) {
        var id = UUID.randomUUID();
        var taken = jdbc.sql("""
                        insert into recheck (resource_id, id, started_at) values (:resource, :id, :now)
                        on conflict (resource_id) do update set id = excluded.id, started_at = excluded.started_at
                        where recheck.started_at < :dead
                        """)
                .param("resource", resource)
                .param("id", id)
                .param("now", Instants.utc(now))
                .param("dead", Instants.utc(now.minus(longest)))
                .update();
        if (taken == 0) {
            throw new Refusal.Conflict(ScanCode.RECHECK_RUNNING, null);
        }
        return id;
    }

    /** Gives it back; answers false when it was lost to another one. */
    boolean release(UUID id) {
        return jdbc.sql("delete from recheck where id = :id").param("id", id).update() == 1;
    }
}
