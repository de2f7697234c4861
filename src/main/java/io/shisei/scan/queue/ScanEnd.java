package io.shisei.scan.queue;

import io.shisei.finding.OutOfSight;
import io.shisei.scan.ScanState;
import io.shisei.scan.Scans;
import io.shisei.score.TrendRecorder;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a scan when its last unit has ended, and adds its points to the trends. */
@Component
public class ScanEnd {

    private static final Logger LOG = LoggerFactory.getLogger(ScanEnd.class);

    private final Scans scans;
    private final ScanLedger ledger;
    private final TrendRecorder trends;
    private final Admission admission;
    private final Sight sight;

    ScanEnd(Scans scans, ScanLedger ledger, TrendRecorder trends, Admission admission, Sight sight) {
        this.scans = scans;
        this.ledger = ledger;
        this.trends = trends;
        this.admission = admission;
        this.sight = sight;
    }

    /** Does nothing while units are open, or when the scan has ended. */
    @Transactional
    public void endIfDone(UUID scanId, Instant at) {
        if (!ledger.lockIfAllUnitsEnded(scanId)) {
            return;
        }
        var scan = scans.find(scanId).orElseThrow();
        sight.follow(new OutOfSight.Part(scan.accountId(), null)); // switched off while the scan ran
        var coverage = Objects.requireNonNullElse(scan.coverage(), 0.0); // nothing was there to look at
        trends.record(scan.accountId(), scanId, scan.chosenControls(), coverage, at);
        ledger.end(scanId, coverage < 100 ? ScanState.INCOMPLETE : ScanState.COMPLETED, null, at);
        admission.admit();
        LOG.info("Scan {} of account {} ended: {}, coverage {} %", scanId, scan.accountId(), scan.counts(), coverage);
    }
}
