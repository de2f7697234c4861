package io.shisei.api.scan;

import io.shisei.api.problem.BadCall;
import io.shisei.api.problem.ProblemType;
import io.shisei.scan.Follower;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanFollower;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams of events that follow scans. */
@Component
class ScanEvents {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final ScanFollower follower;

    ScanEvents(ScanFollower follower) {
        this.follower = follower;
    }

    SseEmitter of(UUID id) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        if (!follower.follow(id, new Stream(emitter))) {
            throw new BadCall(
                    ProblemType.TOO_MANY_STREAMS, Follower.LISTENERS + " streams are open: ask for the scan itself");
        }
        return emitter;
    }

    private record Stream(SseEmitter emitter) implements Follower.Listener<Scan> {

        @Override
        public void changed(Scan scan) throws IOException {
            emitter.send(SseEmitter.event().name("progress").data(ScanItem.of(scan), MediaType.APPLICATION_JSON));
        }

        @Override
        public void quiet() throws IOException {
            emitter.send(SseEmitter.event().comment("still running"));
        }

        @Override
        public void ended(@Nullable Throwable failure) {
            if (failure == null) {
                emitter.complete();
            } else {
                emitter.completeWithError(failure);
            }
        }
    }
}
