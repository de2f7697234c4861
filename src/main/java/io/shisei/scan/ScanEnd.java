package io.shisei.scan;

import io.shisei.score.TrendRecorder;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a scan when its last unit has ended, and adds its points to the trends. */
@Component
class ScanEnd {

    private static final Logger LOG = LoggerFactory.getLogger(ScanEnd.class);

    private final Scans scans;
    private final ScanLedger ledger;
    private final TrendRecorder trends;
    private final Admission admission;

    ScanEnd(Scans scans, ScanLedger ledger, TrendRecorder trends, Admission admission) {
        this.scans = scans;
        this.ledger = ledger;
        this.trends = trends;
        this.admission = admission;
    }

    /** Does nothing while units are open, or when the scan has ended. */
    @Transactional
    public void endIfDone(UUID scanId, Instant at) {
        if (!ledger.lockIfAllUnitsEnded(scanId)) {
            return;
        }
        var incomplete = scans.coverage(scanId).stream().anyMatch(part -> part.state() == Coverage.State.GAPS);
        var scan = scans.find(scanId).orElseThrow();
        var coverage = scan.coverage();
        trends.record(scan.accountId(), scanId, scan.chosenControls(), coverage == null ? 100 : coverage, at);
        ledger.end(scanId, incomplete ? ScanState.INCOMPLETE : ScanState.COMPLETED, null, at);
        admission.admit();
        LOG.info("Scan {} of account {} ended: {}, coverage {} %", scanId, scan.accountId(), scan.counts(), coverage);
    }
}
