package io.shisei.dashboard.scan;

import io.shisei.dashboard.live.Nudge;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanFollower;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells the page of a scan when to look again. */
@Controller
class ScanStream {
    private final ScanFollower follower;

    ScanStream(ScanFollower follower) {
        this.follower = follower;
    }

    @GetMapping(path = "/scans/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.READ)
    ResponseEntity<SseEmitter> events(@PathVariable UUID id) {
        return Nudge.<Scan>answer(nudge -> follower.follow(id, nudge));
    }
}
