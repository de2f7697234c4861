package io.shisei.api.scan;

import io.shisei.api.problem.BadCall;
import io.shisei.api.problem.ProblemType;
import io.shisei.scan.Scan;
import io.shisei.scan.Scans;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams of events that follow scans, each on a thread of its own; a bounded number of them. */
@Component
class ScanEvents {

    private static final int STREAMS = 100;
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** After so many pauses without news a comment shows that the stream lives. */
    private static final int QUIET = 30;

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Scans scans;
    private final Semaphore free = new Semaphore(STREAMS);
    private volatile boolean closing;

    ScanEvents(Scans scans) {
        this.scans = scans;
    }

    SseEmitter of(UUID id) {
        if (!free.tryAcquire()) {
            throw new BadCall(ProblemType.TOO_MANY_STREAMS, STREAMS + " streams are open: ask for the scan itself");
        }
        var emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofPlatform().daemon().name("scan-events-" + id).start(() -> {
            try {
                follow(id, emitter);
                emitter.complete();
            } catch (IOException | IllegalStateException hungUp) {
                // Nobody listens any more: there is nobody to tell.
            } catch (InterruptedException | RuntimeException e) {
                emitter.completeWithError(e);
            } finally {
                free.release();
            }
        });
        return emitter;
    }

    private void follow(UUID id, SseEmitter emitter) throws IOException, InterruptedException {
        @Nullable Scan seen = null;
        for (var quiet = 0; !closing; quiet++) {
            var scan = scans.find(id).orElse(null);
            if (scan == null) {
                return;
            }
            if (!scan.equals(seen)) {
                emitter.send(SseEmitter.event().name("progress").data(ScanItem.of(scan), MediaType.APPLICATION_JSON));
                quiet = 0;
            } else if (quiet % QUIET == QUIET - 1) {
                emitter.send(SseEmitter.event().comment("still running"));
            }
            if (scan.state().ended()) {
                return;
            }
            seen = scan;
            Thread.sleep(PAUSE);
        }
    }

    /** A stream must not hold up the end of the service. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}
