package io.shisei.sample;

import static io.shisei.sample.StageTests.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.shisei.account.Account;
import io.shisei.account.AccountLeaving;
import io.shisei.account.Accounts;
import io.shisei.inventory.ResourceTypes;
import io.shisei.scan.Scanner;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class LoaderTests {

    private static final Instant CREATED = Instant.parse("2026-03-03T12:00:00Z");

    private static final Day DECIDES = StageTests.decides(2);

    private final Script.Head head =
            new Script.Head("test", List.of("here"), 3, LocalTime.NOON, ZoneOffset.UTC, Set.of());
    private final Script script = new Script(
            head,
            List.of(new Inventory(THING.name(), List.of(StageTests.entry(StageTests.ARN, null, Map.of())))),
            List.of(DECIDES));
    private final Recording recording = new Recording(() -> script, new ResourceTypes(List.of(THING)));
    private final Account account = Account.recorded(SampleAccount.ID, "test", List.of("here"), CREATED);
    private final Accounts accounts = mock();
    private final Scanner scanner = mock();
    private final SampleHistory history = mock();
    private final Decisions decisions = mock();
    private final Loader loader = new Loader(recording, history, decisions, accounts, scanner);

    @Test
    void replaysEachDayAtItsTime() {
        there();
        load();
        var order = inOrder(scanner);
        for (int day = 1; day <= 3; day++) {
            order.verify(scanner).replay(account, recording.asOf(day), Instant.parse("2026-03-0" + day + "T12:00:00Z"));
        }
    }

    @Test
    void goesOnAfterTheLastDayThatIsThere() {
        there();
        when(history.day(account)).thenReturn(2);
        load();
        verify(scanner).replay(account, recording.asOf(3), CREATED);
        verifyNoMoreInteractions(scanner);
    }

    @Test
    void takesTheDecisionsOfADayBeforeItIsRead() {
        there();
        load();
        var order = inOrder(decisions, scanner);
        for (int day = 1; day <= 3; day++) {
            var at = Instant.parse("2026-03-0" + day + "T12:00:00Z");
            order.verify(decisions).take(day == 2 ? DECIDES.decided() : List.of(), account, at);
            order.verify(scanner).replay(account, recording.asOf(day), at);
        }
    }

    @Test
    void endsWhenTheAccountIsRemoved() {
        when(accounts.findById(SampleAccount.ID))
                .thenReturn(Optional.of(account), Optional.of(account), Optional.empty());
        load();
        verify(scanner, times(1)).replay(any(), any(), any());
    }

    @Test
    void leavesALaterLoadAlone() {
        there();
        loader.load(CREATED.minusSeconds(60), () -> false);
        verify(scanner, never()).replay(any(), any(), any());
    }

    @Test
    void endsQuietlyWhenTheAccountGoesDuringADay() {
        when(accounts.findById(SampleAccount.ID))
                .thenReturn(Optional.of(account), Optional.of(account), Optional.empty());
        when(scanner.replay(any(), any(), any())).thenThrow(new IllegalStateException("foreign key"));
        load();
    }

    @Test
    void stopsBetweenTwoDays() {
        there();
        assertThat(loader.load(CREATED, () -> true)).isFalse();
        verify(scanner, times(1)).replay(any(), any(), any());
    }

    @Test
    void letsARemovalInBeforeTheNextDay() {
        there();
        var removed = new AtomicBoolean();
        when(scanner.replay(any(), any(), any()))
                .thenAnswer(first -> {
                    var removal = Thread.ofPlatform().start(() -> remove(removed));
                    await().until(() -> removal.getState() == Thread.State.WAITING);
                    return null;
                })
                .thenAnswer(next -> {
                    assertThat(removed).isTrue();
                    return null;
                });
        load();
        verify(scanner, times(3)).replay(any(), any(), any());
    }

    /** As the transaction that removes the account does. */
    private void remove(AtomicBoolean removed) {
        TransactionSynchronizationManager.initSynchronization();
        loader.pause(new AccountLeaving(SampleAccount.ID));
        removed.set(true);
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(it -> it.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void breaksOffWhenADayFails() {
        there();
        when(scanner.replay(any(), any(), any())).thenThrow(new IllegalStateException("database"));
        assertThatIllegalStateException().isThrownBy(this::load).withMessage("database");
    }

    private void there() {
        when(accounts.findById(SampleAccount.ID)).thenReturn(Optional.of(account));
    }

    private void load() {
        loader.load(CREATED, () -> false);
    }
}
