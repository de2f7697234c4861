package io.shisei.api.finding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.shisei.api.Known;
import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.export.FindingItem;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Findings;
import io.shisei.finding.resource.ResourceVerdict;
import io.shisei.finding.resource.ResourceVerdicts;
import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceFilter;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import io.shisei.paging.Page;
import io.shisei.reach.Reach;
import io.shisei.reach.Reachability;
import io.shisei.scan.recheck.Rechecks;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** The filters of the inventory; all but the last two may be repeated. */
    record Query(
            @Nullable Set<String> accountId,
            @Nullable Set<String> region,
            @Nullable Set<String> type,

            @Parameter(description = "Also resources that are gone; false unless told") @Nullable
            Boolean withGone,

            @Parameter(description = "Found in the ARN or the name") @Nullable
            String q) {

        ResourceFilter filter(Known known) {
            known.checkAccounts(all(accountId));
            known.checkTypes("type", all(type));
            var text = q == null || q.isBlank() ? null : q.strip();
            return new ResourceFilter(all(accountId), all(region), all(type), Boolean.TRUE.equals(withGone), text);
        }

        private static Set<String> all(@Nullable Set<String> chosen) {
            return chosen == null ? Set.of() : chosen;
        }
    }

    /** A resource; {@code goneAt} is null while it is there. */
    @Schema(name = "Resource")
    record Item(
            UUID id,
            String arn,
            String type,
            String name,
            Map<String, String> tags,
            String accountId,
            String region,
            Instant firstSeenAt,
            Instant changedAt,
            @Nullable Instant goneAt) {
        static Item of(StoredResource resource) {
            return new Item(
                    resource.id(),
                    resource.arn(),
                    resource.type(),
                    resource.name(),
                    resource.tags(),
                    resource.accountId(),
                    resource.region(),
                    resource.firstSeenAt(),
                    resource.changedAt(),
                    resource.goneAt());
        }
    }

    /** What one control says of a resource; {@code findingId} is null where it never found anything. */
    @Schema(name = "ResourceVerdict")
    record VerdictItem(
            String controlId,
            ResourceVerdict.State state,
            @Nullable ComplianceStatus complianceStatus,
            @Nullable String reason,
            @Nullable UUID findingId) {
        static VerdictItem of(ResourceVerdict verdict, Language language) {
            var finding = verdict.finding();
            return finding == null
                    ? new VerdictItem(verdict.id().value(), verdict.state(), null, null, null)
                    : new VerdictItem(
                            verdict.id().value(),
                            verdict.state(),
                            finding.complianceStatus(),
                            language.of(finding.reason()),
                            finding.id());
        }
    }

    /**
     * A resource with its configuration as AWS answered it, what could not be read of it, what every control says that
     * judges its type, all its findings, and whether the internet reaches it; {@code internetReach} is null for types of
     * which the inventory does not show it.
     */
    @Schema(name = "ResourceDetail")
    record Detail(
            @JsonUnwrapped Item resource,
            Map<String, Object> document,
            Map<String, Gap> gaps,
            List<VerdictItem> controls,
            List<FindingItem> findings,
            @Nullable Reach internetReach) {
        static Detail of(
                StoredResource resource, List<ResourceVerdict> verdicts, Optional<Reach> reach, Language language) {
            return new Detail(
                    Item.of(resource),
                    resource.document().fields(),
                    resource.document().gaps(),
                    verdicts.stream()
                            .map(verdict -> VerdictItem.of(verdict, language))
                            .toList(),
                    verdicts.stream()
                            .map(ResourceVerdict::finding)
                            .filter(Objects::nonNull)
                            .map(finding -> FindingItem.of(finding, language.locale()))
                            .toList(),
                    reach.orElse(null));
        }
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List the resources, sorted by ARN")
    Page<Item> list(@ParameterObject Query query, @ParameterObject Paging paging) {
        var filter = query.filter(known);
        return paging.read(page -> resources.list(filter, page)).map(Item::of);
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ)
    @Operation(summary = "Show a resource, its configuration, and what all controls say of it")
    Detail show(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        var resource = resources.find(id).orElseThrow(() -> BadCall.unknown("resource", id));
        var judged = verdicts.of(resource);
        return Detail.of(resource, judged, reachability.of(resource, judged), language);
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
