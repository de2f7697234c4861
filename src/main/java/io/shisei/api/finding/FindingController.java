package io.shisei.api.finding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.shisei.api.ETag;
import io.shisei.api.Known;
import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.api.RemedyItem;
import io.shisei.api.problem.BadCall;
import io.shisei.control.Control;
import io.shisei.control.Controls;
import io.shisei.control.Evidence;
import io.shisei.control.remediation.Remedies;
import io.shisei.export.FindingItem;
import io.shisei.finding.Finding;
import io.shisei.finding.Findings;
import io.shisei.finding.history.Transition;
import io.shisei.finding.list.FindingLists;
import io.shisei.finding.list.FindingOrder;
import io.shisei.finding.workflow.Workflow;
import io.shisei.inventory.StoredResources;
import io.shisei.paging.Page;
import io.shisei.scan.recheck.Rechecks;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Findings: what the controls say of the resources, and how far people are with them. */
@RestController
@RequestMapping("/api/v1/findings")
@Tag(name = "Findings")
class FindingController {

    private final Known known;
    private final Findings findings;
    private final FindingLists lists;
    private final Workflow workflow;
    private final Controls controls;
    private final StoredResources resources;
    private final Rechecks rechecks;
    private final Remedies remedies;

    FindingController(
            Known known,
            Findings findings,
            FindingLists lists,
            Workflow workflow,
            Controls controls,
            StoredResources resources,
            Rechecks rechecks,
            Remedies remedies) {
        this.known = known;
        this.findings = findings;
        this.lists = lists;
        this.workflow = workflow;
        this.controls = controls;
        this.resources = resources;
        this.rechecks = rechecks;
        this.remedies = remedies;
    }

    /**
     * A finding, why it is so, and what to do.
     *
     * @param remediation of the control, as it is written
     * @param remedy the same in steps, with the names of the resource; null when the control is gone
     * @param evidence by path in the resource's document, what the control read; null when the control is gone
     * @param violations the offending parts, for controls that name them
     * @param unread what could not be read or evaluated: it keeps a WARNING from being known, and stands beside a FAILED
     */
    @Schema(name = "FindingDetail")
    record Detail(
            @JsonUnwrapped FindingItem finding,
            @Nullable String title,
            @Nullable String remediation,
            @Nullable RemedyItem remedy,
            @Nullable Map<String, Object> evidence,
            @Nullable List<Object> violations,
            @Nullable Set<String> unread) {}

    @GetMapping
    @Needs(Permission.READ)
    @Operation(
            summary = "List findings",
            description =
                    "Those whose status changed last first, unless `sort` asks for what fails and is severe, or for what is to"
                            + " be mended soonest.")
    Page<FindingItem> list(
            @ParameterObject FindingQuery query,
            @RequestParam(name = "sort", defaultValue = "NEWEST") FindingOrder sort,
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language,
            Principal user) {
        var filter = query.filter(known, user.getName());
        return paging.read(page -> lists.list(filter, sort, page).page())
                .map(finding -> FindingItem.of(finding, language.locale()));
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ)
    @Operation(summary = "Show a finding with its evidence and the control's remediation")
    ResponseEntity<Detail> show(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        var finding = finding(id);
        var control = controls.find(finding.controlId());
        var evidence = evidence(finding);
        return tagged(finding)
                .body(new Detail(
                        FindingItem.of(finding, language.locale()),
                        control.map(c -> language.of(c.title())).orElse(null),
                        control.map(c -> language.of(c.remediation())).orElse(null),
                        control.map(c -> remedy(c, finding, language)).orElse(null),
                        evidence.map(Evidence::values).orElse(null),
                        evidence.map(Evidence::violations).orElse(null),
                        evidence.map(Evidence::unread).orElse(null)));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.READ)
    @Operation(summary = "List the changes of a finding, newest first")
    Page<TransitionItem> history(
            @PathVariable UUID id,
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        finding(id);
        return paging.slice(findings.history(id), FindingController::newestFirst)
                .map(transition -> TransitionItem.of(transition, language));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.OPERATE)
    @Operation(
            summary =
                    "Say how far people are with a finding, or who is to mend it; the header If-Match has the ETag that was read")
    ResponseEntity<FindingItem> change(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language,
            @Valid @RequestBody WorkflowBodies.Change change,
            Principal user) {
        var version = ETag.check(ifMatch, finding(id).version());
        var changed = workflow.change(id, version, change.wanted(user.getName()), user.getName());
        return tagged(changed).body(FindingItem.of(changed, language.locale()));
    }

    @PostMapping("/{id}/recheck")
    @Needs(Permission.OPERATE)
    @Operation(summary = "Read the resource of a finding again now, and judge it by all controls of its type")
    RecheckItem recheck(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language,
            Principal user) {
        var recheck = rechecks.recheck(finding(id).id(), user.getName());
        return RecheckItem.of(recheck, findings.of(recheck.resourceId()), language);
    }

    private RemedyItem remedy(Control control, Finding of, Language language) {
        return RemedyItem.of(remedies.of(control, of.failing(), language.locale()));
    }

    private Finding finding(UUID id) {
        return findings.find(id).orElseThrow(() -> BadCall.unknown("finding", id));
    }

    private Optional<Evidence> evidence(Finding finding) {
        var resource = resources.find(finding.resource().key());
        return controls.find(finding.controlId())
                .flatMap(control -> resource.map(
                        stored -> controls.explain(control, stored.type(), stored.document(), finding.occasion())));
    }

    private static List<String> newestFirst(Transition transition) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, transition.at());
        return List.of("%019d".formatted(Long.MAX_VALUE - micros), "%019d".formatted(Long.MAX_VALUE - transition.id()));
    }

    private static ResponseEntity.BodyBuilder tagged(Finding finding) {
        return ResponseEntity.ok().eTag(ETag.of(finding.version()));
    }
}
