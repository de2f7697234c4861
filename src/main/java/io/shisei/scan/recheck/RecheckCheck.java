package io.shisei.scan.recheck;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.ControlCode;
import io.shisei.control.Controls;
import io.shisei.control.Plan;
import io.shisei.finding.Finding;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.Scope;
import io.shisei.refusal.Refusal;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanCode;
import io.shisei.scan.Scans;
import io.shisei.scan.Sources;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Refuses what would not be read by a scan either, and what a scan reads at the moment. */
@Component
class RecheckCheck {

    private final Accounts accounts;
    private final Controls controls;
    private final ResourceTypes types;
    private final Sources sources;
    private final Scans scans;

    RecheckCheck(Accounts accounts, Controls controls, ResourceTypes types, Sources sources, Scans scans) {
        this.accounts = accounts;
        this.controls = controls;
        this.types = types;
        this.sources = sources;
        this.scans = scans;
    }

    RecheckOrder order(Finding finding, Instant now) {
        var account = accounts.findById(finding.accountId()).orElseThrow();
        checkWatched(account, finding.region());
        scans.running(account.id()).ifPresent(scan -> {
            throw scanned(scan);
        });
        var source = sources.of(account);
        var plan = controls.plan(null, source);
        var type = judged(finding, plan);
        checkRegion(account, finding.region(), source.regions(account));
        return new RecheckOrder(account, finding.region(), finding.resource(), type, plan, source, now);
    }

    /** A scan reads the same, and whose reading is the later one cannot be told. */
    static Refusal scanned(Scan scan) {
        return new Refusal.Conflict(ScanCode.RECHECK_DURING_SCAN, scan.id().toString(), scan.accountId(), scan.id());
    }

    /** Whether scans would read there, as far as the account itself says. */
    static void checkWatched(Account account, String region) {
        account.retiredAt().ifPresent(since -> {
            throw ScanCode.retired(account.id(), since, null);
        });
        account.regions().ifPresent(regions -> checkRegion(account, region, regions));
    }

    private ResourceType judged(Finding finding, Plan plan) {
        var control = finding.controlId();
        if (controls.find(control).isEmpty()) {
            throw new Refusal.Impossible(ControlCode.UNKNOWN_CONTROL, null, control);
        }
        return types.named(finding.resource().type())
                .filter(type -> plan.controls(type).contains(control))
                .filter(type -> type.scopes().contains(Scope.of(finding.region())))
                .orElseThrow(() -> new Refusal.Impossible(ScanCode.CONTROL_OFF, null, control));
    }

    private static void checkRegion(Account account, String region, List<String> watched) {
        if (!region.equals(Scope.GLOBAL_REGION) && !watched.contains(region)) {
            throw ScanCode.notWatched(region, account.id(), watched, null);
        }
    }
}
