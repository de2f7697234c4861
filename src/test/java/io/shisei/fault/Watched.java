package io.shisei.fault;

import static org.awaitility.Awaitility.await;

import io.shisei.aws.kind.Call;
import io.shisei.aws.kind.Service;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Text;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.inventory.Scope;
import io.shisei.inventory.StoredResources;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.test.FirstTen;
import io.shisei.test.Found;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account of which one service is watched. */
final class Watched {

    /** What the service knows and does. */
    record House(Scanner scanner, Scans scans, Findings findings, Controls controls, StoredResources resources) {}

    /** A verdict, and what decided it. */
    record Verdict(ComplianceStatus status, Text reason) {}

    private final House house;
    private final Service service;
    private final String account;
    private final List<ControlId> controls;
    private Map<String, Verdict> healthy = Map.of();

    Watched(House house, Service service, String account) {
        this.house = house;
        this.service = service;
        this.account = account;
        this.controls = house.controls().all().stream()
                .filter(control -> control.resources().stream().anyMatch(service.types()::contains))
                .map(Control::id)
                .filter(control -> FirstTen.CONTROLS.contains(control.value()))
                .toList();
    }

    /** Whether judging the controls takes {@code call}; none takes tags. */
    boolean takes(Call call) {
        var plan = house.controls().plan(Set.copyOf(controls), null);
        return call.role() != Call.Role.TAGS
                && Stream.of(Scope.values())
                        .flatMap(scope -> plan.wanted(service(), scope).entrySet().stream())
                        .filter(type -> type.getKey().name().equals(call.type()))
                        .anyMatch(type ->
                                call.role() != Call.Role.PART || type.getValue().contains(call.field()));
    }

    String service() {
        return service.name();
    }

    String account() {
        return account;
    }

    String role() {
        return "arn:aws:iam::" + account + ":role/shisei";
    }

    List<ControlId> controls() {
        return controls;
    }

    Scan scan() {
        var request = new ScanRequest(account, null, controls, Scan.Trigger.MANUAL, null);
        var id = house.scanner().start(request).id();
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(25))
                .until(() -> house.scans().find(id).orElseThrow().state().ended());
        return house.scans().find(id).orElseThrow();
    }

    /** By control and resource. */
    Map<String, Verdict> verdicts() {
        var verdicts = new TreeMap<String, Verdict>();
        findings()
                .forEach(finding ->
                        verdicts.put(key(finding), new Verdict(finding.complianceStatus(), finding.reason())));
        return verdicts;
    }

    /** Remembers the verdicts as those of when nothing is broken. */
    void remember() {
        healthy = verdicts();
    }

    /** The verdicts when nothing is broken; scans again if a check before left something so. */
    Map<String, Verdict> undisturbed() {
        if (!verdicts().equals(healthy)) {
            scan();
        }
        return healthy;
    }

    /** The verdicts that cannot be given while {@code call} fails. */
    Set<String> dependingOn(Call call) {
        return findings().stream()
                .filter(finding -> finding.resource().type().equals(call.type()))
                .filter(finding -> call.role() != Call.Role.PART || reads(finding, call.field()))
                .map(Watched::key)
                .collect(Collectors.toSet());
    }

    private List<Finding> findings() {
        return Found.by(FindingFilter.ACTIVE.ofAccount(account), house.findings());
    }

    /** A map without entries took no call. */
    private boolean reads(Finding finding, String field) {
        var wanted =
                house.controls().plan(Set.of(finding.controlId()), null).wanted(service(), Scope.of(finding.region()));
        var value = house.resources()
                .find(finding.resource().key())
                .orElseThrow()
                .document()
                .fields()
                .get(field);
        return wanted.values().stream().anyMatch(fields -> fields.contains(field))
                && !(value instanceof Map<?, ?> map && map.isEmpty())
                && !(value instanceof Collection<?> list && list.isEmpty());
    }

    private static String key(Finding finding) {
        return finding.controlId() + " " + finding.resource().arn();
    }
}
