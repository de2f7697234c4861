package io.shisei.api.scan;

import io.shisei.api.Known;
import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.control.ControlId;
import io.shisei.coverage.Coverages;
import io.shisei.paging.Page;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanProgress;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Scans: start, watch, cancel, and see what they could read. */
@RestController
@RequestMapping("/api/v1/scans")
@Tag(name = "Scans")
class ScanController {

    private final Known known;
    private final Scanner scanner;
    private final Scans scans;
    private final Coverages coverages;
    private final ScanProgress progress;
    private final ScanEvents events;

    ScanController(
            Known known, Scanner scanner, Scans scans, Coverages coverages, ScanProgress progress, ScanEvents events) {
        this.known = known;
        this.scanner = scanner;
        this.scans = scans;
        this.coverages = coverages;
        this.progress = progress;
        this.events = events;
    }

    /** A scan that is wanted; without regions or controls, all that are watched or enabled. */
    @Schema(name = "NewScan")
    record Wanted(
            @NotBlank String accountId,
            @Nullable List<String> regions,
            @Nullable List<String> controlIds) {}

    @PostMapping
    @Needs(Permission.OPERATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Start a scan")
    ResponseEntity<ScanItem> start(@Valid @RequestBody Wanted wanted) {
        var scan = scanner.start(new ScanRequest(
                wanted.accountId(), wanted.regions(), ControlId.parse(wanted.controlIds()), Scan.Trigger.MANUAL, null));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/scans/" + scan.id()))
                .body(ScanItem.of(scan));
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List the scans, newest first")
    Page<ScanItem> list(
            @RequestParam(name = "accountId", required = false) @Nullable String accountId,
            @ParameterObject Paging paging) {
        known.checkAccount(accountId);
        return paging.read(page -> scans.list(accountId, page)).map(ScanItem::of);
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ)
    @Operation(summary = "Show a scan")
    ScanItem show(@PathVariable UUID id) {
        return ScanItem.of(scan(id));
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.READ)
    @Operation(summary = "Follow a scan: an event `progress` with the scan at each change, until it ends")
    SseEmitter events(@PathVariable UUID id) {
        scan(id);
        return events.of(id);
    }

    @GetMapping("/{id}/regions")
    @Needs(Permission.READ)
    @Operation(summary = "Show how far a scan is in each region, and which services it has yet to read")
    Page<RegionItem> regions(@PathVariable UUID id, @ParameterObject Paging paging) {
        return paging.slice(
                        progress.of(scan(id)), region -> List.of(region.unit().region()))
                .map(RegionItem::of);
    }

    @GetMapping("/{id}/coverage")
    @Needs(Permission.READ)
    @Operation(summary = "Show what a scan read in each region and service, and what it could not")
    Page<CoverageItem> coverage(@PathVariable UUID id, @ParameterObject Paging paging) {
        scan(id);
        return paging.slice(coverages.of(id), c -> List.of(c.region(), c.service()))
                .map(CoverageItem::of);
    }

    @PostMapping("/{id}/cancel")
    @Needs(Permission.OPERATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Cancel a scan; what it has read stays")
    ScanItem cancel(@PathVariable UUID id) {
        return ScanItem.of(scanner.cancel(id));
    }

    private Scan scan(UUID id) {
        return scans.find(id).orElseThrow(() -> BadCall.unknown("scan", id));
    }
}
