package io.shisei.account;

import io.shisei.refusal.Invalid;
import io.shisei.refusal.Limits;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Takes accounts under watch, and changes how they are watched. */
@Component
public class Registration {

    private final Accounts accounts;
    private final AwsDoor aws;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registration(
            Accounts accounts,
            AwsDoor aws,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.aws = aws;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks AWS which account it is, and watches it.
     *
     * @param regions null: every enabled one
     * @throws Invalid when the name is blank or too long
     * @throws AccessRefused when AWS does not let us in
     * @throws AlreadyWatched when the account is there already
     * @throws UnknownRegion when a region does not exist or is not enabled for the account
     */
    public Account register(String name, Access access, @Nullable List<String> regions) {
        Limits.text("name", name, Limits.NAME);
        var identity = aws.identify(access);
        if (accounts.existsById(identity.accountId())) {
            throw new AlreadyWatched(identity.accountId());
        }
        check(access, regions);
        return accounts.save(new Account(identity, name, access, regions, clock.instant()));
    }

    /** Renames the account; throws {@link Invalid} when the name is blank or too long. */
    @Transactional
    public Account rename(String id, String name) {
        Limits.text("name", name, Limits.NAME);
        var account = accounts.findById(id).orElseThrow();
        account.rename(name);
        return account;
    }

    /**
     * Reaches the account with other credentials from now on.
     *
     * @throws AccessRefused when AWS does not let us in, or they lead to another account
     */
    public Account reach(String id, Access access) {
        var account = accounts.findById(id).orElseThrow();
        var identity = aws.identify(access);
        if (!identity.accountId().equals(id)) {
            throw new AccessRefused("this access leads to account " + identity.accountId() + ", not to " + id
                    + ": give a role of account " + id);
        }
        account.reachWith(access);
        return accounts.save(account);
    }

    /**
     * Watches other regions from the next scan on; what was found in regions that are left out is archived.
     *
     * @throws UnknownRegion when a region does not exist or is not enabled for the account
     */
    public Account watch(String id, @Nullable List<String> regions) {
        var account = accounts.findById(id).orElseThrow();
        check(account.access(), regions);
        account.watch(regions);
        return transaction.execute(status -> {
            var saved = accounts.save(account);
            accounts.flush();
            events.publishEvent(new WatchChanged());
            return saved;
        });
    }

    private void check(Access access, @Nullable List<String> regions) {
        if (regions == null) {
            return;
        }
        var enabled = aws.enabledRegions(access);
        regions.stream().filter(region -> !enabled.contains(region)).findFirst().ifPresent(region -> {
            throw new UnknownRegion(region, enabled);
        });
    }

    /** The account is being watched already. */
    public static final class AlreadyWatched extends RuntimeException {
        private final String accountId;

        AlreadyWatched(String accountId) {
            super("account " + accountId + " is being watched already");
            this.accountId = accountId;
        }

        public String accountId() {
            return accountId;
        }
    }

    /** A region that does not exist, or is not enabled for the account. */
    public static final class UnknownRegion extends RuntimeException {
        UnknownRegion(String region, List<String> enabled) {
            super("'" + region + "' is not a region that is enabled for this account; enabled are "
                    + String.join(", ", enabled.stream().sorted().toList()));
        }
    }
}
