package io.shisei.sample;

import io.shisei.account.Account;
import io.shisei.account.AccountLeaving;
import io.shisei.account.Accounts;
import io.shisei.scan.Scanner;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Replays the recording day by day, from the first that is not there yet. */
@Component
class Loader {

    private final Recording recording;
    private final SampleHistory history;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Scanner scanner;
    private final ReentrantLock day = new ReentrantLock(true); // else the next day is always there first

    Loader(Recording recording, SampleHistory history, Decisions decisions, Accounts accounts, Scanner scanner) {
        this.recording = recording;
        this.history = history;
        this.decisions = decisions;
        this.accounts = accounts;
        this.scanner = scanner;
    }

    /**
     * Ends early when the account that was created at {@code createdAt} is removed, and between two days when
     * {@code stopping}; then answers false: there is more to do.
     */
    boolean load(Instant createdAt, BooleanSupplier stopping) {
        int done = account(createdAt).map(history::day).orElse(0);
        for (int number = done + 1; number <= recording.days() && replay(number, createdAt); number++) {
            if (stopping.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    private boolean replay(int number, Instant createdAt) {
        day.lock();
        try {
            var account = account(createdAt);
            account.ifPresent(present -> replay(number, present));
            return account.isPresent();
        } catch (RuntimeException e) {
            if (account(createdAt).isEmpty()) {
                return false; // another instance removed it
            }
            throw e;
        } finally {
            day.unlock();
        }
    }

    private void replay(int number, Account account) {
        var at = recording.at(number, account.createdAt());
        decisions.take(recording.decisions(number), account, at);
        scanner.replay(account, recording.asOf(number), at);
    }

    private Optional<Account> account(Instant createdAt) {
        return accounts.findById(SampleAccount.ID)
                .filter(account -> account.sample() && account.createdAt().equals(createdAt));
    }

    /** The account is removed between two days; before anything else is locked for that, lest each waits for the other. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void pause(AccountLeaving leaving) {
        if (leaving.accountId().equals(SampleAccount.ID)) {
            day.lock();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    day.unlock();
                }
            });
        }
    }
}
