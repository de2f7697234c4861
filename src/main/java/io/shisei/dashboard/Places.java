package io.shisei.dashboard;

import io.shisei.account.Accounts;
import io.shisei.coverage.Coverages;
import io.shisei.inventory.Scope;
import io.shisei.scan.Scans;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The filters by account and by region: regions are those that accounts chose, and those that the last scans read. */
@Component
public class Places {
    private static final int SCANS = 10;

    private final Accounts accounts;
    private final Scans scans;
    private final Coverages coverages;

    Places(Accounts accounts, Scans scans, Coverages coverages) {
        this.accounts = accounts;
        this.scans = scans;
        this.coverages = coverages;
    }

    /** All accounts, to be read once for all that a page tells of them. */
    public List<Accounts.Brief> accounts() {
        return accounts.briefly();
    }

    public static Map<String, String> names(List<Accounts.Brief> accounts) {
        return accounts.stream().collect(Collectors.toMap(Accounts.Brief::id, Accounts.Brief::name));
    }

    /** Account, then region. */
    public List<Pick> picks(
            List<Accounts.Brief> all, @Nullable Set<String> chosenAccounts, @Nullable Set<String> chosenRegions) {
        var ids = all.stream().map(Accounts.Brief::id).toList();
        var named = all.stream().collect(Collectors.toMap(Accounts.Brief::id, Accounts.Brief::label));
        return List.of(
                Pick.plain("accountId", ids, chosenAccounts).labelled(named),
                Pick.plain("region", regions(all), chosenRegions));
    }

    private Set<String> regions(List<Accounts.Brief> all) {
        var known = new TreeSet<>(coverages.regions(scans.newest(SCANS)));
        known.add(Scope.GLOBAL_REGION);
        all.forEach(account -> known.addAll(account.regions()));
        return known;
    }
}
