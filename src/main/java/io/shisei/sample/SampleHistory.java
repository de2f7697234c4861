package io.shisei.sample;

import io.shisei.account.Account;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the recorded days are replayed, as the scans that are there tell it. */
@Repository
class SampleHistory {

    private final JdbcClient jdbc;
    private final Recording recording;

    SampleHistory(JdbcClient jdbc, Recording recording) {
        this.jdbc = jdbc;
        this.recording = recording;
    }

    /** The last day that was replayed; 0 before the first. */
    int day(Account account) {
        return newest(account).map(newest -> day(account, newest)).orElse(0);
    }

    private int day(Account account, OffsetDateTime newest) {
        var last = recording.at(recording.days(), account.createdAt());
        return recording.days()
                - (int) Duration.between(newest.toInstant(), last).toDays();
    }

    private Optional<OffsetDateTime> newest(Account account) {
        return jdbc.sql("""
                        select queued_at from scan
                        where account_id = :account and trigger = 'SAMPLE' and state in ('COMPLETED', 'INCOMPLETE')
                        order by queued_at desc limit 1
                        """)
                .param("account", account.id())
                .query(OffsetDateTime.class)
                .optional();
    }
}
