package io.shisei.account;

import io.shisei.refusal.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Takes accounts under watch, changes how they are watched, and lets go of them. */
@Component
public class Registration {

    private final StoredAccounts stored;
    private final AwsDoor aws;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registration(
            StoredAccounts stored,
            AwsDoor aws,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.aws = aws;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks AWS which account it is, and watches it.
     *
     * @throws Refusal when AWS does not let us in, a region is not enabled for it, or it is watched already
     */
    public Account register(NewAccount wanted) {
        var identity = identify(wanted.access());
        if (stored.existsById(identity.accountId())) {
            throw new Refusal.Conflict(AccountCode.ALREADY_WATCHED, identity.accountId(), identity.accountId());
        }
        checkRegions(wanted.access(), wanted.regions());
        var account = new Account(identity, wanted.name(), wanted.access(), wanted.regions(), clock.instant());
        return stored.save(new StoredAccount(account)).toAccount();
    }

    /**
     * Changes all of it or nothing; AWS is asked only about what is to change. What was found in regions that are left
     * out is archived, and a retired account that can be entered is watched again.
     *
     * @throws Refusal when there is no such account, AWS does not let us in, the access leads to another account, a
     *     region is not enabled for it, or more than the name of the sample is to change
     */
    public Account change(String id, AccountChange change) {
        var account = find(id);
        if (account.sample() && !change.ofNameOnly()) {
            throw new Refusal.Impossible(AccountCode.SAMPLE_IS_RECORDED, null);
        }
        var access = change.access(account.access());
        if (change.ofAccess()) {
            checkLeadsTo(id, access);
        }
        if (change.regions() != null) {
            checkRegions(access, change.regions().orElse(null));
        }
        account.apply(change);
        return save(account, change.regions() != null);
    }

    private Account save(StoredAccount account, boolean watch) {
        return transaction.execute(status -> {
            var saved = stored.save(account);
            if (watch) {
                events.publishEvent(new WatchChanged(Set.of()));
            }
            return saved.toAccount();
        });
    }

    /**
     * Watches the account no more, and forgets all that was found in it; a scan that runs is cancelled.
     *
     * @throws Refusal when there is no such account, or the next sync would bring it back
     */
    @Transactional
    public void delete(String id) {
        var account = find(id);
        if (account.managed() && !account.retired()) {
            throw new Refusal.Impossible(AccountCode.MANAGED_BY_ORGANIZATION, null);
        }
        events.publishEvent(new AccountLeaving(id));
        stored.delete(account);
    }

    private StoredAccount find(String id) {
        return stored.findById(id).orElseThrow(() -> new Refusal.Unknown(AccountCode.UNKNOWN_ACCOUNT, id));
    }

    private Identity identify(Access access) {
        try {
            return aws.identify(access);
        } catch (Refusal refused) {
            throw refused.at("roleArn");
        }
    }

    private void checkLeadsTo(String id, Access access) {
        var found = identify(access).accountId();
        if (!found.equals(id)) {
            throw AccountCode.leadsElsewhere(found, id).at("roleArn");
        }
    }

    private void checkRegions(Access access, @Nullable List<String> regions) {
        if (regions == null) {
            return;
        }
        var enabled = aws.enabledRegions(access);
        regions.stream().filter(region -> !enabled.contains(region)).findFirst().ifPresent(region -> {
            var names = String.join(", ", enabled.stream().sorted().toList());
            throw new Refusal.Impossible(AccountCode.REGION_NOT_ENABLED, "regions", region, names);
        });
    }
}
