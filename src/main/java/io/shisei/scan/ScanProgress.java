package io.shisei.scan;

import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.control.Plan;
import io.shisei.coverage.Coverage;
import io.shisei.coverage.Coverages;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How far scans are, region by region and service by service. */
@Component
public class ScanProgress {

    private final Scans scans;
    private final Coverages coverages;
    private final Accounts accounts;
    private final Controls controls;
    private final Sources sources;

    ScanProgress(Scans scans, Coverages coverages, Accounts accounts, Controls controls, Sources sources) {
        this.scans = scans;
        this.coverages = coverages;
        this.accounts = accounts;
        this.controls = controls;
        this.sources = sources;
    }

    /** Sorted by region; none before the scan has begun. */
    public List<RegionProgress> of(Scan scan) {
        var read = coverages.of(scan.id()).stream().collect(Collectors.groupingBy(Coverage::region));
        var plan = scan.state() == ScanState.RUNNING ? plan(scan) : Optional.<Plan>empty();
        return scans.units(scan.id()).stream()
                .map(unit -> progress(unit, read, plan))
                .toList();
    }

    /** What a scan that begins now would judge by: settings may have changed since, which moves what waits a little. */
    private Optional<Plan> plan(Scan scan) {
        return accounts.findById(scan.accountId())
                .map(account -> controls.plan(scan.chosenControls(), account.id(), sources.of(account)));
    }

    private static RegionProgress progress(ScanUnit unit, Map<String, List<Coverage>> read, Optional<Plan> plan) {
        var here = read.getOrDefault(unit.region(), List.of());
        var done = here.stream().map(Coverage::service).collect(Collectors.toSet());
        var waiting = plan.map(it -> it.services(Scope.of(unit.region()))).stream()
                .flatMap(services -> services.stream())
                .filter(service -> !done.contains(service))
                .toList();
        return new RegionProgress(unit, here, waiting);
    }
}
