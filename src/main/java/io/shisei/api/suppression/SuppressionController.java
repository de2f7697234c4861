package io.shisei.api.suppression;

import io.shisei.api.ETag;
import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.export.FindingItem;
import io.shisei.finding.Findings;
import io.shisei.inventory.DocumentDifference;
import io.shisei.paging.Page;
import io.shisei.score.DayZone;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.suppression.Suppression;
import io.shisei.suppression.Suppressions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules that hide findings. */
@RestController
@RequestMapping("/api/v1/suppressions")
@Tag(name = "Suppressions")
class SuppressionController {

    private final Suppressions suppressions;
    private final Findings findings;
    private final DayZone days;

    SuppressionController(Suppressions suppressions, Findings findings, DayZone days) {
        this.suppressions = suppressions;
        this.findings = findings;
        this.days = days;
    }

    /** A change of a rule; {@code username} null where it expired, {@code differences} what was edited. */
    @Schema(name = "SuppressionChange")
    record ChangeItem(
            Instant at,
            Suppression.Change.What what,
            @Nullable String username,
            @Nullable String note,
            List<DocumentDifference> differences) {
        static ChangeItem of(Suppression.Change it) {
            return new ChangeItem(it.at(), it.what(), it.username(), it.note(), it.differences());
        }
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List the rules that hide findings, the newest first")
    Page<SuppressionItem> list(
            @Parameter(description = "Only those that are due for review")
                    @RequestParam(name = "reviewDue", defaultValue = "false")
                    boolean reviewDue,
            @ParameterObject Paging paging) {
        var hidden = findings.hiddenByRule();
        var today = days.today();
        var rules = reviewDue ? suppressions.dueForReview() : suppressions.list();
        return paging.slice(rules, SuppressionController::newestFirst)
                .map(it -> SuppressionItem.of(it, hidden.getOrDefault(it.id(), 0L), today));
    }

    @PostMapping
    @Needs(Permission.OPERATE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hide findings by a rule: what matches now, and what later scans find")
    ResponseEntity<SuppressionItem> create(@Valid @RequestBody SuppressionBodies.New wanted, Principal user) {
        var created = suppressions.create(wanted.plan(), user.getName());
        return ResponseEntity.created(URI.create("/api/v1/suppressions/" + created.id()))
                .eTag(ETag.of(created.version()))
                .body(item(created));
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ)
    @Operation(summary = "Show a rule")
    ResponseEntity<SuppressionItem> show(@PathVariable UUID id) {
        return tagged(suppression(id));
    }

    @GetMapping("/{id}/findings")
    @Needs(Permission.READ)
    @Operation(summary = "List the active findings that a rule hides, the one whose status changed last first")
    Page<FindingItem> findings(
            @PathVariable UUID id,
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        suppression(id);
        return paging.read(page -> findings.hiddenBy(id, page)).map(it -> FindingItem.of(it, language.locale()));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.READ)
    @Operation(summary = "List the changes of a rule, newest first")
    Page<ChangeItem> history(@PathVariable UUID id, @ParameterObject Paging paging) {
        suppression(id);
        return paging.sliceNewest(suppressions.history(id), Suppression.Change::at)
                .map(ChangeItem::of);
    }

    @PutMapping("/{id}")
    @Needs(Permission.OPERATE)
    @Operation(
            summary = "Change what a rule says; what it does not mean any more is reopened. The header If-Match has the"
                    + " ETag that was read")
    ResponseEntity<SuppressionItem> edit(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody SuppressionBodies.Edit edit,
            Principal user) {
        var version = ETag.check(ifMatch, suppression(id).version());
        return tagged(suppressions.edit(id, version, edit.plan(), edit.note(), user.getName()));
    }

    @PostMapping("/{id}/approve")
    @Needs(Permission.OPERATE)
    @Operation(
            summary = "Approve a rule that waits, as another user than who wishes it; the header If-Match has the ETag"
                    + " that was read")
    ResponseEntity<SuppressionItem> approve(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody SuppressionBodies.Note note,
            Principal user) {
        var version = ETag.check(ifMatch, suppression(id).version());
        return tagged(suppressions.approve(id, version, note.note(), user.getName()));
    }

    @PostMapping("/{id}/end")
    @Needs(Permission.OPERATE)
    @Operation(
            summary =
                    "End a rule early, which reopens what it alone hid; the header If-Match has the ETag that was read")
    ResponseEntity<SuppressionItem> end(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody SuppressionBodies.Note note,
            Principal user) {
        var version = ETag.check(ifMatch, suppression(id).version());
        return tagged(suppressions.end(id, version, note.note(), user.getName()));
    }

    private Suppression suppression(UUID id) {
        return suppressions.find(id).orElseThrow(() -> BadCall.unknown("suppression", id));
    }

    private ResponseEntity<SuppressionItem> tagged(Suppression it) {
        return ResponseEntity.ok().eTag(ETag.of(it.version())).body(item(it));
    }

    private SuppressionItem item(Suppression it) {
        return SuppressionItem.of(it, findings.hiddenByRule().getOrDefault(it.id(), 0L), days.today());
    }

    private static List<String> newestFirst(Suppression it) {
        return List.of(
                "%019d".formatted(Long.MAX_VALUE - it.createdAt().toEpochMilli()),
                it.id().toString());
    }
}
