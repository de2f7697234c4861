package io.shisei.scan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scan that cannot start. */
public sealed class ScanRefused extends RuntimeException {

    private ScanRefused(String message) {
        super(message);
    }

    /** The account is being scanned already. */
    public static final class Running extends ScanRefused {
        private final UUID scanId;

        Running(String accountId, UUID scanId) {
            super("account " + accountId + " is being scanned already, by scan " + scanId);
            this.scanId = scanId;
        }

        /** The scan that runs. */
        public UUID scanId() {
            return scanId;
        }
    }

    /** The request names an account, a region or a control that does not exist or is switched off. */
    public static final class Impossible extends ScanRefused {
        private final String field;
        private final @Nullable String value;

        Impossible(String field, @Nullable String value, String message) {
            super(message);
            this.field = field;
            this.value = value;
        }

        /** {@code accountId}, {@code regions} or {@code controlIds}. */
        public String field() {
            return field;
        }

        public @Nullable String value() {
            return value;
        }
    }
}
