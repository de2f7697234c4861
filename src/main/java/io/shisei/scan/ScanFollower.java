package io.shisei.scan;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of scans as they go on, to a bounded number of listeners, each on a thread of its own. */
@Component
public class ScanFollower {

    /** How many listen at once, at most. */
    public static final int LISTENERS = 100;

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** After so many pauses without news a listener is told that there is none. */
    private static final int QUIET = 30;

    private final Scans scans;
    private final Semaphore free = new Semaphore(LISTENERS);
    private volatile boolean closing;

    ScanFollower(Scans scans) {
        this.scans = scans;
    }

    /** Somebody who wants to know; is told no more once it throws that it cannot be reached. */
    public interface Listener {

        void changed(Scan scan) throws IOException;

        /** Nothing has changed for a while, but the scan runs. */
        void quiet() throws IOException;

        /** @param failure null: the scan has ended, or is gone */
        void ended(@Nullable Throwable failure);
    }

    /** Tells of the scan as it is, and at each change, until it ends; answers false when too many listen already. */
    public boolean follow(UUID id, Listener listener) {
        if (!free.tryAcquire()) {
            return false;
        }
        Thread.ofPlatform().daemon().name("scan-follower-" + id).start(() -> {
            try {
                tell(id, listener);
                listener.ended(null);
            } catch (IOException | IllegalStateException hungUp) {
                // Nobody listens any more: there is nobody to tell.
            } catch (InterruptedException | RuntimeException e) {
                listener.ended(e);
            } finally {
                free.release();
            }
        });
        return true;
    }

    private void tell(UUID id, Listener listener) throws IOException, InterruptedException {
        @Nullable Scan seen = null;
        for (var quiet = 0; !closing; quiet++) {
            var scan = scans.find(id).orElse(null);
            if (scan == null) {
                return;
            }
            if (!scan.equals(seen)) {
                listener.changed(scan);
                quiet = 0;
            } else if (quiet % QUIET == QUIET - 1) {
                listener.quiet();
            }
            if (scan.state().ended()) {
                return;
            }
            seen = scan;
            Thread.sleep(PAUSE);
        }
    }

    /** A listener must not hold up the end of the service. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}
