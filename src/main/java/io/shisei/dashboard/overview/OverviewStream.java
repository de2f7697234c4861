package io.shisei.dashboard.overview;

import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.dashboard.live.Nudge;
import io.shisei.dashboard.overview.FirstReading.UnderWay;
import io.shisei.scan.Follower;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells the first page when to look again, while something is being read for the first time. */
@Controller
class OverviewStream {
    private final CircleChoice circles;
    private final FirstReading reading;
    private final Follower follower;

    OverviewStream(CircleChoice circles, FirstReading reading, Follower follower) {
        this.circles = circles;
        this.reading = reading;
        this.follower = follower;
    }

    @GetMapping(path = "/overview/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.READ)
    ResponseEntity<SseEmitter> events(
            @RequestParam(required = false) @Nullable String ou,
            @RequestParam(required = false) @Nullable String account) {
        var choice = circles.of(ou, account);
        return Nudge.<UnderWay>answer(
                nudge -> follower.follow("of-overview", () -> Optional.of(reading.of(choice)), it -> !it.any(), nudge));
    }
}
