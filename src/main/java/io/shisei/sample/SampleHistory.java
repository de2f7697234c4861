package io.shisei.sample;

import io.shisei.account.Account;
import io.shisei.scan.Scans;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How far the recorded days are replayed, as the scans that are there tell it. */
@Component
class SampleHistory {

    private final Scans scans;
    private final Recording recording;

    SampleHistory(Scans scans, Recording recording) {
        this.scans = scans;
        this.recording = recording;
    }

    /** The last day that was replayed; 0 before the first. */
    int day(Account account) {
        return scans.lastReplay(account.id())
                .map(newest -> day(account, newest))
                .orElse(0);
    }

    private int day(Account account, Instant newest) {
        var last = recording.at(recording.days(), account.createdAt());
        return recording.days() - (int) Duration.between(newest, last).toDays();
    }
}
