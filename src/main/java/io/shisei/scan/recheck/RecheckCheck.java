package io.shisei.scan.recheck;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Plan;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.Scope;
import io.shisei.inventory.StoredResource;
import io.shisei.refusal.Refusal;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanCode;
import io.shisei.scan.Scans;
import io.shisei.scan.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** @param wanted the control that is to judge it; null: any */
    RecheckOrder order(StoredResource resource, @Nullable ControlId wanted, Instant now) {
        var account = accounts.findById(resource.accountId()).orElseThrow();
        checkWatched(account, resource.region());
        scans.running(account.id()).ifPresent(scan -> {
            throw scanned(scan);
        });
        var source = sources.of(account);
        var plan = controls.plan(null, account.id(), source);
        var type = wanted == null ? judged(resource, plan) : judged(resource, wanted, plan);
        checkRegion(account, resource.region(), source.regions(account));
        return new RecheckOrder(account, resource, type, plan, source, now);
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

    private ResourceType judged(StoredResource resource, Plan plan) {
        return typeOf(resource)
                .filter(type -> !plan.controls(type).isEmpty())
                .orElseThrow(() -> new Refusal.Impossible(ScanCode.TYPE_NOT_JUDGED, null, resource.type()));
    }

    private ResourceType judged(StoredResource resource, ControlId control, Plan plan) {
        if (controls.find(control).isEmpty()) {
            throw new Refusal.Impossible(ControlCode.UNKNOWN_CONTROL, null, control);
        }
        return typeOf(resource)
                .filter(type -> plan.controls(type).contains(control))
                .orElseThrow(() -> new Refusal.Impossible(ScanCode.CONTROL_OFF, null, control));
    }

    /** Empty where it is not read any more. */
    private Optional<ResourceType> typeOf(StoredResource resource) {
        return types.named(resource.type()).filter(type -> type.scopes().contains(Scope.of(resource.region())));
    }

    private static void checkRegion(Account account, String region, List<String> watched) {
        if (!region.equals(Scope.GLOBAL_REGION) && !watched.contains(region)) {
            throw ScanCode.notWatched(region, account.id(), watched, null);
        }
    }
}
