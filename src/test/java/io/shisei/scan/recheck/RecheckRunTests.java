package io.shisei.scan.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.inventory.Source;
import io.shisei.refusal.Refusal;
import io.shisei.scan.ScanMetrics;
import io.shisei.scan.ScanSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class RecheckRunTests {

    private static final Duration TRY = Duration.ofSeconds(20);

    /** As the SDK does where an attempt takes too long in the same moment. */
    @Test
    void endsAReadingThatTakesAnInterruptionForItsOwn() {
        var interrupted = new AtomicInteger();
        var run = new RecheckRun(new ScanSettings(1, Duration.ofMillis(50)), mock(ScanMetrics.class));
        var order = order(() -> {
            for (var attempt = 0; attempt < 2; attempt++) {
                try {
                    Thread.sleep(TRY);
                } catch (InterruptedException own) {
                    interrupted.incrementAndGet();
                }
            }
        });
        var begun = Instant.now();
        assertThatThrownBy(() -> run.read(order)).isInstanceOf(Refusal.Conflict.class);
        assertThat(interrupted).hasValue(2);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(TRY);
    }

    private static RecheckOrder order(Runnable reading) {
        var account = new Account(new Identity("123456789012", "aws"), "a", Access.DEFAULT, null, Instant.EPOCH);
        var session = mock(Source.Session.class);
        when(session.reread(any(), any(), any(), any())).thenAnswer(call -> {
            reading.run();
            return new Source.Collected(0, Map.of());
        });
        var source = mock(Source.class);
        when(source.open(account, "eu-west-1")).thenReturn(session);
        var order = mock(RecheckOrder.class, Mockito.RETURNS_DEEP_STUBS);
        when(order.account()).thenReturn(account);
        when(order.region()).thenReturn("eu-west-1");
        when(order.source()).thenReturn(source);
        return order;
    }
}
