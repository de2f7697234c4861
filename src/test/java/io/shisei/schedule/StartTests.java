package io.shisei.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartTests {

    private static final Instant DUE = Instant.parse("2026-11-23T03:00:00Z");

    @Test
    void isTheSameAgainAfterACrash() {
        assertThat(start(1, DUE).jitter(30)).isEqualTo(start(1, DUE).jitter(30));
        assertThat(start(1, DUE).scanId()).isEqualTo(start(1, DUE).scanId());
        assertThat(Start.parse(start(1, DUE).toString())).isEqualTo(start(1, DUE));
    }

    @Test
    void differsByAccountAndRun() {
        var nextDay = DUE.plus(Duration.ofDays(1));
        assertThat(start(1, DUE).scanId())
                .isNotIn(start(2, DUE).scanId(), start(1, nextDay).scanId());
        assertThat(start(1, DUE).jitter(60))
                .isNotIn(start(2, DUE).jitter(60), start(1, nextDay).jitter(60));
    }

    @Test
    void spreadsEvenlyOverTheMinutes() {
        var minutes = IntStream.range(0, 1000)
                .mapToObj(account -> start(account, DUE).jitter(60))
                .toList();
        assertThat(minutes).allMatch(jitter -> !jitter.isNegative() && jitter.compareTo(Duration.ofMinutes(60)) <= 0);
        assertThat(minutes.stream().mapToLong(Duration::toMinutes).average().orElseThrow())
                .isBetween(27.0, 33.0);
        assertThat(start(1, DUE).jitter(0)).isZero();
    }

    private static Start start(int account, Instant due) {
        return new Start(new UUID(0, 1), due, "%012d".formatted(account));
    }
}
