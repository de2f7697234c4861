package io.shisei.scan;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Starts and cancels scans. */
@Component
public class Scanner {

    /**
     * Queues a scan.
     *
     * @throws ScanRefused when one runs for the account, or the request cannot be met
     */
    public Scan start(ScanRequest request) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends a scan; what it has read so far stays. Does nothing when it has ended.
     *
     * @throws java.util.NoSuchElementException when there is no such scan
     */
    public Scan cancel(UUID id) {
        throw new UnsupportedOperationException();
    }
}
