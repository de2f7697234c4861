package io.shisei.api.finding;

import io.shisei.api.Known;
import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.finding.Findings;
import io.shisei.finding.resource.ResourceVerdicts;
import io.shisei.inventory.StoredResources;
import io.shisei.paging.Page;
import io.shisei.reach.Reachability;
import io.shisei.scan.recheck.Rechecks;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The inventory. */
@RestController
@RequestMapping("/api/v1/resources")
@Tag(name = "Resources")
class ResourceController {

    private final Known known;
    private final StoredResources resources;
    private final ResourceVerdicts verdicts;
    private final Reachability reachability;
    private final Findings findings;
    private final Rechecks rechecks;

    ResourceController(
            Known known,
            StoredResources resources,
            ResourceVerdicts verdicts,
            Reachability reachability,
            Findings findings,
            Rechecks rechecks) {
        this.known = known;
        this.resources = resources;
        this.verdicts = verdicts;
        this.reachability = reachability;
        this.findings = findings;
        this.rechecks = rechecks;
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List the resources, sorted by ARN; those that have a text by account and ARN")
    Page<ResourceItem> list(@ParameterObject ResourceQuery query, @ParameterObject Paging paging) {
        var filter = query.filter(known);
        return paging.read(page -> resources.list(filter, page)).map(ResourceItem::of);
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ)
    @Operation(summary = "Show a resource, its configuration, and what all controls say of it")
    ResourceDetail show(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        var resource = resources.find(id).orElseThrow(() -> BadCall.unknown("resource", id));
        var judged = verdicts.of(resource);
        return ResourceDetail.of(resource, judged, reachability.of(resource, judged), language);
    }

    @PostMapping("/{id}/recheck")
    @Needs(Permission.OPERATE)
    @Operation(summary = "Read a resource again now, and judge it by all controls of its type")
    RecheckItem recheck(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language,
            Principal user) {
        var recheck = rechecks.recheckResource(id, user.getName());
        return RecheckItem.of(recheck, findings.of(recheck.resourceId()), language);
    }
}
