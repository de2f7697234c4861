package io.shisei.scan.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanState;
import io.shisei.scan.Scans;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks after scans that have not ended: gives them the tasks that they lack, and ends those that are done. */
@Component
public class ScanSweep {

    /** Younger scans are being planned. */
    private static final Duration AGE = Duration.ofMinutes(1);

    private final Scans scans;
    private final ScanLedger ledger;
    private final ScanEnd end;
    private final Clock clock;

    ScanSweep(Scans scans, ScanLedger ledger, ScanEnd end, Clock clock) {
        this.scans = scans;
        this.ledger = ledger;
        this.end = end;
        this.clock = clock;
    }

    public void run(SchedulerClient scheduler) {
        var now = clock.instant();
        for (var id : ledger.open(now.minus(AGE))) {
            scans.find(id)
                    .filter(scan -> scan.trigger() != Scan.Trigger.SAMPLE) // replayed without tasks
                    .ifPresent(scan -> look(scan, scheduler));
        }
    }

    private void look(Scan scan, SchedulerClient scheduler) {
        var now = clock.instant();
        if (scan.state() == ScanState.QUEUED) {
            scheduler.scheduleIfNotExists(ScanTasks.scan(scan.id()), now);
        } else {
            ledger.openUnits(scan.id())
                    .forEach(region -> scheduler.scheduleIfNotExists(ScanTasks.unit(scan.id(), region), now));
            end.endIfDone(scan.id(), now);
        }
    }
}
