package io.shisei.account;

import io.shisei.account.OrganizationListing.Member;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the accounts being watched in line with a listing of the organization. */
@Component
class Members {

    private final StoredAccounts accounts;
    private final StoredOrganization stored;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(StoredAccounts accounts, StoredOrganization stored, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.stored = stored;
        this.events = events;
        this.clock = clock;
    }

    /** What changed; the ways into {@code untried} accounts have not been tried, or did not lead in the last time. */
    record Changed(int added, int retired, int linked, List<String> untried) {}

    /** Takes the {@code chosen} members in, and lets go of those that left, in one transaction. */
    @Transactional
    public Changed apply(
            OrganizationSettings settings, OrganizationListing listing, List<Member> chosen, Instant lease) {
        if (stored.hold(lease) == 0) {
            throw Organizations.syncRunning();
        }
        var left = watched();
        var untried = new ArrayList<String>();
        int added = 0;
        int linked = 0;
        for (var member : chosen) {
            var account = left.remove(member.accountId());
            if (account == null) {
                account = new StoredAccount(listing.identity(member), member, clock.instant());
                added++;
            } else if (account.retired()) {
                added++;
            } else if (!account.managed()) {
                linked++;
            }
            if (account.join(member, settings, listing)) {
                untried.add(account.id());
            }
            accounts.save(account);
        }
        var retired = letGo(left, listing);
        accounts.flush();
        events.publishEvent(new WatchChanged());
        return new Changed(added, retired, linked, untried);
    }

    private Map<String, StoredAccount> watched() {
        return accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(account -> !account.sample())
                .collect(Collectors.toMap(StoredAccount::id, Function.identity(), (one, same) -> one, HashMap::new));
    }

    private int letGo(Map<String, StoredAccount> left, OrganizationListing listing) {
        var closing = listing.members().stream()
                .filter(Member::closing)
                .map(Member::accountId)
                .collect(Collectors.toSet());
        int retired = 0;
        for (var account : left.values()) {
            if (account.retired()) {
                continue;
            }
            if (closing.contains(account.id()) || account.managed() && !account.ownAccess()) {
                account.retire(clock.instant());
                retired++;
            } else if (account.managed()) {
                account.release();
            }
        }
        return retired;
    }

    /** Answers how many managed accounts cannot be entered. */
    @Transactional
    public int tried(Map<String, String> problems, List<String> untried) {
        untried.stream()
                .flatMap(id -> accounts.findById(id).stream())
                .forEach(account -> account.tried(problems.get(account.id())));
        return (int) accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(account -> account.managed() && !account.retired())
                .filter(StoredAccount::troubled)
                .count();
    }

    /** The accounts stay, as if each had been added by hand. */
    @Transactional
    public void release() {
        accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(StoredAccount::managed)
                .forEach(StoredAccount::release);
    }
}
