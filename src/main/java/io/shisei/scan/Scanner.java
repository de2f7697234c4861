package io.shisei.scan;

import io.shisei.account.Account;
import io.shisei.inventory.Source;
import java.time.Instant;
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
     * Scans what {@code recording} holds, at once and in this thread, as if it were {@code at}: the same evaluation,
     * reconciliation and scoring as any scan.
     */
    public Scan replay(Account account, Source recording, Instant at) {
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
