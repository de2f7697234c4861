package io.shisei.dashboard;

import io.shisei.account.Accounts;
import io.shisei.inventory.Scope;
import io.shisei.paging.PageRequest;
import io.shisei.scan.Coverage;
import io.shisei.scan.Scan;
import io.shisei.scan.Scans;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The regions that a filter offers: those that accounts chose, and those that the last scans read. */
@Component
class Regions {
    private static final int SCANS = 10;

    private final Accounts accounts;
    private final Scans scans;

    Regions(Accounts accounts, Scans scans) {
        this.accounts = accounts;
        this.scans = scans;
    }

    Set<String> known() {
        var known = new TreeSet<String>(Set.of(Scope.GLOBAL_REGION));
        accounts.findAllByOrderByNameAscIdAsc()
                .forEach(account -> known.addAll(account.regions().orElse(List.of())));
        for (Scan scan : scans.list(null, PageRequest.first(SCANS)).items()) {
            scans.coverage(scan.id()).stream().map(Coverage::region).forEach(known::add);
        }
        return known;
    }
}
