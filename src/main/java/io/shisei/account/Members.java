package io.shisei.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the accounts being watched in line with a listing of the organization. */
@Component
public class Members {

    private final StoredAccounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(StoredAccounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** What changed; the ways into {@code untried} accounts have not been tried, or did not lead in the last time. */
    public record Changed(int added, int retired, int linked, List<String> untried) {}

    /** Takes {@code members} in, and lets go of all others: those that left, and the {@code closing} ones. */
    @Transactional
    public Changed apply(List<Membership> members, Set<String> closing) {
        var left = watched();
        var untried = new ArrayList<String>();
        int added = 0;
        int linked = 0;
        for (var member : members) {
            var account = left.remove(member.identity().accountId());
            if (account == null) {
                account = new StoredAccount(member, clock.instant());
                added++;
            } else if (account.retired()) {
                added++;
            } else if (!account.managed()) {
                linked++;
            }
            if (account.join(member)) {
                untried.add(account.id());
            }
            accounts.save(account);
        }
        var retired = letGo(left.values(), closing);
        accounts.flush();
        events.publishEvent(new WatchChanged());
        return new Changed(added, retired, linked, untried);
    }

    private Map<String, StoredAccount> watched() {
        return accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(account -> !account.sample())
                .collect(Collectors.toMap(StoredAccount::id, Function.identity(), (one, same) -> one, HashMap::new));
    }

    private int letGo(Collection<StoredAccount> left, Set<String> closing) {
        int retired = 0;
        for (var account : left) {
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
