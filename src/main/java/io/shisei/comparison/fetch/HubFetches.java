package io.shisei.comparison.fetch;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.Account;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.comparison.ComparisonCode;
import io.shisei.refusal.Refusal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has Security Hub itself asked for what it found: in the background, since AWS allows few calls a second. */
@Component
public class HubFetches {

    private final StoredHubFetches stored;
    private final Accounts accounts;
    private final SchedulerClient scheduler;
    private final Clock clock;

    HubFetches(StoredHubFetches stored, Accounts accounts, SchedulerClient scheduler, Clock clock) {
        this.stored = stored;
        this.accounts = accounts;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** The last one, that goes on or has ended. */
    public Optional<HubFetch> last(String accountId) {
        return stored.last(accountId);
    }

    /**
     * Begins to ask. What was brought in before stays until all is read.
     *
     * @throws Refusal when there is no such account, it is recorded or retired, or it is being asked already
     */
    @Transactional
    public HubFetch start(String accountId, String username) {
        var account = accounts.findById(accountId)
                .orElseThrow(() -> new Refusal.Unknown(AccountCode.UNKNOWN_ACCOUNT, accountId));
        check(account);
        var id = UUID.randomUUID();
        if (!stored.begin(id, accountId, username, clock.instant())) {
            throw new Refusal.Conflict(ComparisonCode.FETCH_RUNNING, null, accountId);
        }
        scheduler.scheduleIfNotExists(HubFetchTask.of(id, accountId), clock.instant());
        return stored.last(accountId).orElseThrow();
    }

    private static void check(Account account) {
        if (account.sample()) {
            throw new Refusal.Impossible(AccountCode.SAMPLE_IS_RECORDED, null);
        }
        if (account.retiredAt().isPresent()) {
            throw new Refusal.Impossible(ComparisonCode.NOT_ASKED_ANY_MORE, null, account.id());
        }
    }
}
