package io.shisei.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FollowerTests {

    private final Follower follower = new Follower();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void tellsEachChangeOnceAndThatItHasEnded() {
        var looks = new AtomicInteger();
        follow(() -> Optional.of(looks.incrementAndGet() < 3 ? "half" : "whole"), "whole"::equals);
        await().until(() -> told.contains("ended"));
        assertThat(told).containsExactly("half", "whole", "ended");
        assertThat(looks).hasValue(3);
    }

    @Test
    void endsWhenItIsGone() {
        follow(Optional::empty, now -> false);
        await().until(() -> !told.isEmpty());
        assertThat(told).containsExactly("ended");
    }

    @Test
    void tellsWhatWentWrong() {
        follow(
                () -> {
                    throw new IllegalArgumentException("no database");
                },
                now -> false);
        await().until(() -> !told.isEmpty());
        assertThat(told).containsExactly("no database");
    }

    @Test
    void listensToSoManyAtOnceAndToTheNextWhenOneHangsUp() {
        for (int listener = 1; listener < Follower.LISTENERS; listener++) {
            assertThat(follow(() -> Optional.of("on"), now -> false)).isTrue();
        }
        assertThat(follower.follow("deaf", () -> Optional.of("on"), now -> false, new HungUp()))
                .isTrue();
        await().until(() -> follow(() -> Optional.of("on"), now -> false));
        assertThat(follow(() -> Optional.of("on"), now -> false)).isFalse();
        follower.close();
    }

    private boolean follow(Supplier<Optional<String>> look, Predicate<String> ended) {
        return follower.follow("of-test", look, ended, new Heard(told));
    }

    private record Heard(List<String> told) implements Follower.Listener<String> {
        @Override
        public void changed(String now) {
            told.add(now);
        }

        @Override
        public void quiet() {}

        @Override
        public void ended(Throwable failure) {
            told.add(failure == null ? "ended" : failure.getMessage());
        }
    }

    private static final class HungUp implements Follower.Listener<String> {
        @Override
        public void changed(String now) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void quiet() {}

        @Override
        public void ended(Throwable failure) {
            throw new AssertionError("nobody is there to be told");
        }
    }
}
