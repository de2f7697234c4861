package io.shisei.dashboard.scan;

import io.shisei.scan.Scan;
import io.shisei.scan.ScanFollower;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells the page of a scan when to look again. */
@Controller
class ScanStream {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ScanFollower follower;

    ScanStream(ScanFollower follower) {
        this.follower = follower;
    }

    /** Where too many listen, the page looks by itself from time to time. */
    @GetMapping(path = "/scans/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.READ)
    ResponseEntity<SseEmitter> events(@PathVariable UUID id) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        return follower.follow(id, new Nudge(emitter))
                ? ResponseEntity.ok(emitter)
                : ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    }

    private record Nudge(SseEmitter emitter) implements ScanFollower.Listener {
        @Override
        public void changed(Scan scan) throws IOException {
            emitter.send(SseEmitter.event().name("progress").data(scan.state()));
        }

        @Override
        public void quiet() throws IOException {
            emitter.send(SseEmitter.event().comment("still running"));
        }

        @Override
        public void ended(@Nullable Throwable failure) {
            emitter.complete();
        }
    }
}
