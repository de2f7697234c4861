package io.shisei.aws.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In a time of its own, where waiting takes none. */
class GovernorTests {

    private static final Duration LONG = Duration.ofMinutes(10);

    /** Time passes only while somebody waits. */
    private static final class Clock implements TimeMeter, BlockingStrategy {

        private long now;
        private boolean interrupts;

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        @Override
        public void park(long nanos) throws InterruptedException {
            if (interrupts) {
                throw new InterruptedException();
            }
            now += nanos;
        }

        Duration passed() {
            return Duration.ofNanos(now);
        }
    }

    private final Clock clock = new Clock();

    @Test
    void letsABurstThroughAndThenKeepsToTheRate() throws Exception {
        var governor = governor(100);
        instances(governor, 100);
        assertThat(clock.passed()).isZero();
        instances(governor, 40);
        assertThat(clock.passed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void takesTheOperatorsShare() throws Exception {
        var governor = governor(50);
        instances(governor, 50);
        assertThat(clock.passed()).isZero();
        instances(governor, 40);
        assertThat(clock.passed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void leavesOneTokenToTheSmallestShare() throws Exception {
        distributions(governor(1), 2);
        assertThat(clock.passed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void regionsOperationsAndAccountsDoNotHinderEachOther() throws Exception {
        var governor = governor(100);
        for (var account : List.of("a", "b")) {
            for (var region : List.of("eu-west-1", "eu-central-1")) {
                ask(governor, account, region, "Ec2", "DescribeInstances", 100);
                ask(governor, account, region, "Ec2", "DescribeSecurityGroups", 100);
            }
        }
        assertThat(clock.passed()).isZero();
    }

    @Test
    void countsForTheWholeAccountWhereAwsDoes() throws Exception {
        var governor = governor(100);
        ask(governor, "a", "global", "Iam", "ListUsers", 10);
        ask(governor, "a", "eu-west-1", "Iam", "GetPolicy", 10);
        assertThat(clock.passed()).isZero();
        ask(governor, "a", "eu-west-1", "Iam", "ListUsers", 5);
        assertThat(clock.passed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refusesAtOnceWhatCannotComeInTime() throws Exception {
        var governor = governor(100);
        distributions(governor, 5);
        assertThat(governor.admit("a", "global", "CloudFront", "ListDistributions", Duration.ofMillis(100)))
                .isFalse();
        assertThat(clock.passed()).isZero();
    }

    @Test
    void nextCallPaysForARetry() throws Exception {
        var governor = governor(100);
        distributions(governor, 5);
        governor.charge("a", "global", "CloudFront", "ListDistributions");
        assertThat(clock.passed()).isZero();
        distributions(governor, 1);
        assertThat(clock.passed()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void anInterruptedWaitTakesNoToken() throws Exception {
        var governor = governor(100);
        distributions(governor, 5);
        clock.interrupts = true;
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> distributions(governor, 1)).isInstanceOf(InterruptedException.class);
        }
        clock.interrupts = false;
        distributions(governor, 1);
        assertThat(clock.passed()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void unitsOfAnAccountShareItsSeats() throws Exception {
        var settings = Settings.with(Map.of("concurrency", 2, "account-concurrency", 3));
        var governor = new Governor(settings);
        var one = governor.ceiling("a");
        var other = governor.ceiling("a");
        assertThat(List.of(enter(one), enter(one), enter(one))).containsExactly(true, true, false);
        assertThat(List.of(enter(other), enter(other), enter(governor.ceiling("b"))))
                .containsExactly(true, false, true);
        one.leave();
        assertThat(enter(other)).isTrue();
    }

    @Test
    void ratesHaveTheirSource() {
        var rates = Rates.read(Settings.with(Map.of()).rates());
        assertThat(rates.all())
                .allSatisfy(
                        rate -> assertThat(rate.source()).matches("unpublished|https://docs\\.aws\\.amazon\\.com/.+"));
        assertThat(rates.of("BrandNew", "ListThings").api()).isEqualTo("*");
        assertThatThrownBy(() -> new Rates(rates.all().subList(0, 2))).hasMessageContaining("the last of the rates");
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatThrownBy(() -> governor(0))
                .hasRootCauseMessage("shisei.aws.share is a percentage from 1 to 100, not 0");
        assertThatThrownBy(() -> governor(101)).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static boolean enter(Ceiling ceiling) throws InterruptedException {
        return ceiling.enter(Duration.ZERO);
    }

    /** 100 at once, then 20 a second. */
    private void instances(Governor governor, int times) throws InterruptedException {
        ask(governor, "a", "eu-west-1", "Ec2", "DescribeInstances", times);
    }

    /** 5 at once, then 5 a second. */
    private void distributions(Governor governor, int times) throws InterruptedException {
        ask(governor, "a", "global", "CloudFront", "ListDistributions", times);
    }

    private void ask(Governor governor, String account, String region, String api, String operation, int times)
            throws InterruptedException {
        for (int i = 0; i < times; i++) {
            assertThat(governor.admit(account, region, api, operation, LONG)).isTrue();
        }
    }

    private Governor governor(int share) {
        var settings = Settings.with(Map.of("share", share));
        return new Governor(settings, Rates.read(settings.rates()), clock, clock);
    }
}
