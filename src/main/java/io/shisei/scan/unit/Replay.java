package io.shisei.scan.unit;

import io.shisei.account.Account;
import io.shisei.control.Controls;
import io.shisei.control.Plan;
import io.shisei.inventory.Source;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.Scans;
import io.shisei.scan.queue.ScanEnd;
import io.shisei.scan.queue.ScanLedger;
import io.shisei.scan.queue.ScanPlanner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Scans a recording at the moment it was made, without the task queue. */
@Component
public class Replay {

    private final Scans scans;
    private final ScanLedger ledger;
    private final Checkpoint checkpoint;
    private final Controls controls;
    private final ServiceRun services;
    private final ScanEnd end;

    Replay(Scans scans, ScanLedger ledger, Checkpoint checkpoint, Controls controls, ServiceRun services, ScanEnd end) {
        this.scans = scans;
        this.ledger = ledger;
        this.checkpoint = checkpoint;
        this.controls = controls;
        this.services = services;
        this.end = end;
    }

    public Scan run(Account account, Source recording, Instant at) {
        var id = UUID.nameUUIDFromBytes(("replay " + account.id() + " " + at).getBytes());
        if (scans.find(id).isEmpty()) {
            ledger.queue(id, new ScanRequest(account.id(), null, null, Scan.Trigger.SAMPLE, null), at);
        }
        var plan = controls.plan(null, account.id(), recording);
        ledger.begin(id, ScanPlanner.units(plan, recording.regions(account)), at);
        for (var region : ledger.openUnits(id)) {
            read(id, account, plan, recording, region, at);
        }
        end.endIfDone(id, at);
        return scans.find(id).orElseThrow();
    }

    private void read(UUID id, Account account, Plan plan, Source recording, String region, Instant at) {
        if (ledger.beginUnit(id, region, at).isEmpty()) {
            return;
        }
        try (var session = recording.open(account, region)) {
            var unit = new Unit(id, account, region, plan, plan, session, InstantSource.fixed(at));
            var todo = checkpoint.open(unit);
            todo.forEach(service -> services.read(unit, service));
        }
        ledger.endUnit(id, region, null, at);
    }
}
