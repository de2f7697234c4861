package io.shisei.api.finding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.shisei.api.Language;
import io.shisei.export.FindingItem;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.resource.ResourceVerdict;
import io.shisei.inventory.Gap;
import io.shisei.inventory.StoredResource;
import io.shisei.reach.Reach;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource with its configuration as AWS answered it, what could not be read of it, what every control says that
 * judges its type, all its findings, and whether the internet reaches it; {@code internetReach} is null for types of
 * which the inventory does not show it.
 */
@Schema(name = "ResourceDetail")
record ResourceDetail(
        @JsonUnwrapped ResourceItem resource,
        Map<String, Object> document,
        Map<String, Gap> gaps,
        List<VerdictItem> controls,
        List<FindingItem> findings,
        @Nullable Reach internetReach) {
    static ResourceDetail of(
            StoredResource resource, List<ResourceVerdict> verdicts, Optional<Reach> reach, Language language) {
        return new ResourceDetail(
                ResourceItem.of(resource),
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
}
