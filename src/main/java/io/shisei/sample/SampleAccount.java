package io.shisei.sample;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Registration;
import io.shisei.refusal.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the recorded account in, and removes it. */
@Component
public class SampleAccount {

    /** The twelve digits of the recorded account; AWS uses them in its documentation. */
    public static final String ID = "111122223333";

    /** How far the ninety days are. */
    public record Progress(boolean present, int day, int days) {
        public boolean loading() {
            return present && day < days;
        }
    }

    private final Recording recording;
    private final SampleHistory history;
    private final Registration registration;
    private final Accounts accounts;
    private final SchedulerClient scheduler;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SampleAccount(
            Recording recording,
            SampleHistory history,
            Registration registration,
            Accounts accounts,
            @Lazy SchedulerClient scheduler,
            TransactionTemplate transaction,
            Clock clock) {
        this.recording = recording;
        this.history = history;
        this.registration = registration;
        this.accounts = accounts;
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Progress progress() {
        return accounts.findById(ID)
                .filter(Account::sample)
                .map(account -> new Progress(true, history.day(account), recording.days()))
                .orElseGet(() -> new Progress(false, 0, recording.days()));
    }

    /**
     * Begins to bring it in, in the background; does nothing when it is there.
     *
     * @throws Refusal when a real account has its id
     */
    public void load() {
        try {
            transaction.executeWithoutResult(status -> create());
        } catch (DataIntegrityViolationException e) {
            if (!progress().present()) {
                throw e;
            } // else somebody else loads it in this very moment
        }
    }

    private void create() {
        var there = accounts.findById(ID);
        if (there.isPresent()) {
            if (!there.get().sample()) {
                throw new Refusal.Conflict(SampleCode.SAMPLE_TAKEN, ID, ID);
            }
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        accounts.save(Account.recorded(ID, recording.name(), recording.regions(), now));
        scheduler.scheduleIfNotExists(SampleConfiguration.load(now), now);
    }

    /** Removes it with everything found in it, also while it is loading; does nothing when it is not there. */
    public void remove() {
        accounts.findById(ID).filter(Account::sample).map(Account::id).ifPresent(registration::delete);
    }
}
