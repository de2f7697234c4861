package io.shisei.account.organization;

import io.shisei.account.Account;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.AwsDoor;
import io.shisei.refusal.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Tries whether accounts can be entered, a few at a time. */
@Component
class RoleTrial {

    private static final int AT_ONCE = 8;

    private final Accounts accounts;
    private final AwsDoor door;

    RoleTrial(Accounts accounts, AwsDoor door) {
        this.accounts = accounts;
        this.door = door;
    }

    /** Why those accounts cannot be entered that cannot, by id. */
    Map<String, Told> problems(List<String> accountIds) {
        var problems = new ConcurrentHashMap<String, Told>();
        try (var threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().name("role-trial-", 0).factory())) {
            accountIds.stream()
                    .flatMap(id -> accounts.findById(id).stream())
                    .forEach(account -> threads.submit(
                            () -> problem(account).ifPresent(problem -> problems.put(account.id(), problem))));
        }
        return problems;
    }

    private Optional<Told> problem(Account account) {
        try {
            var found = door.identify(account.access()).accountId();
            return found.equals(account.id())
                    ? Optional.empty()
                    : Optional.of(
                            AccountCode.leadsElsewhere(found, account.id()).told());
        } catch (RuntimeException e) {
            return Optional.of(Told.of(e));
        }
    }
}
