package io.shisei.scan;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells how things stand as they go on, to a bounded number of listeners, each on a thread of its own. */
@Component
public class Follower {

    /** How many listen at once, at most. */
    public static final int LISTENERS = 100;

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** After so many pauses without news a listener is told that there is none. */
    private static final int QUIET = 30;

    private final Semaphore free = new Semaphore(LISTENERS);
    private volatile boolean closing;

    /** Somebody who wants to know; is told no more once it throws that it cannot be reached. */
    public interface Listener<T> {

        void changed(T now) throws IOException;

        /** Nothing has changed for a while, but it goes on. */
        void quiet() throws IOException;

        /** @param failure null: it has ended, or is gone */
        void ended(@Nullable Throwable failure);
    }

    /**
     * Tells how it stands, and again at each change, until it has ended or is gone; answers false when too many listen
     * already.
     */
    public <T> boolean follow(String name, Supplier<Optional<T>> look, Predicate<T> ended, Listener<T> listener) {
        if (!free.tryAcquire()) {
            return false;
        }
        Thread.ofPlatform().daemon().name("follower-" + name).start(() -> {
            try {
                tell(look, ended, listener);
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

    private <T> void tell(Supplier<Optional<T>> look, Predicate<T> ended, Listener<T> listener)
            throws IOException, InterruptedException {
        @Nullable T seen = null;
        for (var quiet = 0; !closing; quiet++) {
            var now = look.get().orElse(null);
            if (now == null) {
                return;
            }
            if (!now.equals(seen)) {
                listener.changed(now);
                quiet = 0;
            } else if (quiet % QUIET == QUIET - 1) {
                listener.quiet();
            }
            if (ended.test(now)) {
                return;
            }
            seen = now;
            Thread.sleep(PAUSE);
        }
    }

    /** A listener must not hold up the end of the service. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}
