package io.shisei.account;

import io.shisei.refusal.Told;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the accounts being watched in line with a listing of the organization. */
@Component
public class Members {

    private final StoredAccounts accounts;
    private final Accounts all;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(StoredAccounts accounts, Accounts all, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.all = all;
        this.events = events;
        this.clock = clock;
    }

    /** What changed; the ways into {@code untried} accounts have not been tried, or did not lead in the last time. */
    public record Changed(int added, int retired, int linked, List<String> untried) {}

    /** Takes {@code members} in, and lets go of all others: those that left, and the {@code closing} ones. */
    @Transactional
    public Changed apply(List<Membership> members, Set<String> closing) {
        var before = all.whereabouts();
        var left = watched();
        var untried = new ArrayList<String>();
        int added = 0;
        int linked = 0;
        for (var member : members) {
            var known = left.remove(member.identity().accountId());
            if (known == null || known.retired()) {
                added++;
            } else if (!known.managed()) {
                linked++;
            }
            if (join(known, member)) {
                untried.add(member.identity().accountId());
            }
        }
        var retired = letGo(left.values(), closing);
        events.publishEvent(new WatchChanged(moved(before)));
        return new Changed(added, retired, linked, untried);
    }

    /** Those that were in another unit, or in none. */
    private Set<String> moved(Map<String, Optional<Ou>> before) {
        var moved = new TreeSet<String>();
        all.whereabouts().forEach((id, ou) -> {
            if (before.containsKey(id) && !ou.equals(before.get(id))) {
                moved.add(id);
            }
        });
        return moved;
    }

    /** Answers whether its access is yet to be tried. */
    private boolean join(@Nullable StoredAccount known, Membership member) {
        var account = known == null ? new StoredAccount(member, clock.instant()) : known;
        var before = known == null ? null : known.state();
        var untried = account.join(member);
        save(account, before);
        return untried;
    }

    private void change(StoredAccount account, Consumer<StoredAccount> change) {
        var before = account.state();
        change.accept(account);
        save(account, before);
    }

    /** Most of what is synced has not changed, and is not written; what was not there before is. */
    private void save(StoredAccount account, StoredAccount.@Nullable State before) {
        if (!account.state().equals(before)) {
            accounts.save(account);
        }
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
                change(account, gone -> gone.retire(clock.instant()));
                retired++;
            } else if (account.managed()) {
                change(account, StoredAccount::release);
            }
        }
        return retired;
    }

    /** Answers how many managed accounts cannot be entered. */
    @Transactional
    public int tried(Map<String, Told> problems, List<String> untried) {
        untried.stream()
                .flatMap(id -> accounts.findById(id).stream())
                .forEach(account -> change(account, tried -> tried.tried(problems.get(tried.id()))));
        return (int) accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(account -> account.managed() && !account.retired())
                .filter(StoredAccount::troubled)
                .count();
    }

    /** The accounts stay, as if each had been added by hand. */
    @Transactional
    public void release() {
        var before = all.whereabouts();
        accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(StoredAccount::managed)
                .forEach(account -> change(account, StoredAccount::release));
        events.publishEvent(new WatchChanged(moved(before)));
    }
}
