package io.shisei.api.finding;

import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.inventory.DocumentDifference;
import io.shisei.inventory.Gap;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import io.shisei.inventory.past.PastDocument;
import io.shisei.inventory.past.ResourceVersion;
import io.shisei.inventory.past.ResourceVersions;
import io.shisei.paging.Page;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What resources were over time. */
@RestController
@RequestMapping("/api/v1/resources/{id}")
@Tag(name = "Resources")
class ResourceDocumentController {

    private final StoredResources resources;
    private final ResourceVersions versions;
    private final Clock clock;

    ResourceDocumentController(StoredResources resources, ResourceVersions versions, Clock clock) {
        this.resources = resources;
        this.versions = versions;
        this.clock = clock;
    }

    /** A version of a resource, from {@code at} until the next; {@code goneAt} is of one that came back. */
    @Schema(name = "ResourceVersion")
    record VersionItem(
            Instant at,

            @Schema(description = "Nothing is known from before: it was new, or what it was is no longer kept")
            boolean first,

            @Nullable Instant goneAt,

            @Schema(description = "From the version before; name, tags and gaps have paths that begin with $")
            List<DocumentDifference> differences,

            @Schema(
                    description = "Fields not read in this version or the one before, so that nothing is told of them;"
                            + " an empty text is the whole document")
            Set<String> unread) {
        static VersionItem of(ResourceVersion version) {
            return new VersionItem(
                    version.at(), version.first(), version.goneAt(), version.differences(), version.unread());
        }
    }

    /** A document as it was; {@code goneAt} is set where the resource was not there at that moment. */
    @Schema(name = "ResourceDocument")
    record DocumentItem(
            Instant since,
            @Nullable Instant goneAt,
            String name,
            Map<String, String> tags,
            Map<String, Object> document,
            Map<String, Gap> gaps) {
        static DocumentItem of(PastDocument past) {
            var document = past.document();
            return new DocumentItem(
                    past.since(), past.goneAt(), past.name(), past.tags(), document.fields(), document.gaps());
        }
    }

    /** A moment; {@code at} is now unless told. */
    record MomentQuery(
            @Parameter(description = "Now unless told") @Nullable
            Instant at) {}

    @GetMapping("/documents")
    @Needs(Permission.READ)
    @Operation(summary = "List what a resource was over time and what changed, newest first")
    Page<VersionItem> list(@PathVariable UUID id, @ParameterObject Paging paging) {
        var resource = resource(id);
        return paging.read(page -> versions.list(resource, page)).map(VersionItem::of);
    }

    @GetMapping("/document")
    @Needs(Permission.READ)
    @Operation(summary = "Show the document of a resource as it was at a moment; 404 where that is not known")
    DocumentItem show(@PathVariable UUID id, @ParameterObject MomentQuery query) {
        var moment = query.at() == null ? clock.instant() : query.at();
        return versions.at(resource(id), moment)
                .map(DocumentItem::of)
                .orElseThrow(() -> BadCall.unknown("document of this resource from", moment));
    }

    private StoredResource resource(UUID id) {
        return resources.find(id).orElseThrow(() -> BadCall.unknown("resource", id));
    }
}
