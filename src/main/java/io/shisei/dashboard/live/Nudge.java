package io.shisei.dashboard.live;

import io.shisei.scan.Follower;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a part of a page, by {@code live.js}, that it is to be read again: something has changed. */
public record Nudge<T>(SseEmitter emitter) implements Follower.Listener<T> {

    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * The stream of events that a page listens to. Where too many listen, it looks by itself from time to time.
     *
     * @param follow begins to tell; answers false where too many listen already
     */
    public static <T> ResponseEntity<SseEmitter> answer(Predicate<Nudge<T>> follow) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        return follow.test(new Nudge<>(emitter))
                ? ResponseEntity.ok(emitter)
                : ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    }

    @Override
    public void changed(T now) throws IOException {
        emitter.send(SseEmitter.event().name("progress").data("look"));
    }

    @Override
    public void quiet() throws IOException {
        emitter.send(SseEmitter.event().comment("goes on"));
    }

    @Override
    public void ended(@Nullable Throwable failure) {
        emitter.complete();
    }
}
