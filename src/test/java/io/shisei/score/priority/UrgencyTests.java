package io.shisei.score.priority;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UrgencyTests {

    private static final Duration NEW = Duration.ZERO;
    private static final Duration YEAR = Duration.ofDays(365);

    @Test
    void putsOneThatIsCriticalBeforeThousandsThatAreLow() {
        assertThat(Urgency.of(Severity.CRITICAL, 1, NEW)).isGreaterThan(Urgency.of(Severity.LOW, 100_000, YEAR));
    }

    @Test
    void growsWithSeverityNumberAndAge() {
        var one = Urgency.of(Severity.MEDIUM, 10, NEW);
        assertThat(Urgency.of(Severity.HIGH, 10, NEW)).isGreaterThan(one);
        assertThat(Urgency.of(Severity.MEDIUM, 11, NEW)).isGreaterThan(one);
        assertThat(Urgency.of(Severity.MEDIUM, 10, Duration.ofDays(1))).isGreaterThan(one);
    }

    @Test
    void knowsNoOlderThanAYear() {
        assertThat(Urgency.of(Severity.HIGH, 1, YEAR.multipliedBy(9))).isEqualTo(Urgency.of(Severity.HIGH, 1, YEAR));
        assertThat(Urgency.of(Severity.HIGH, 1, YEAR)).isEqualTo(2 * Urgency.of(Severity.HIGH, 1, NEW));
    }
}
