package io.shisei.aws.service.ssm;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import java.util.List;
import software.amazon.awssdk.services.ssm.model.ComplianceQueryOperatorType;
import software.amazon.awssdk.services.ssm.model.ComplianceStringFilter;
import software.amazon.awssdk.services.ssm.model.ListResourceComplianceSummariesResponse;
import software.amazon.awssdk.services.ssm.model.ResourceComplianceSummaryItem;

/** What Patch Manager says of the nodes that it manages. */
final class PatchCompliance {

    private static final ComplianceStringFilter PATCHES = ComplianceStringFilter.builder()
            .key("ComplianceType")
            .values("Patch")
            .type(ComplianceQueryOperatorType.EQUAL)
            .build();

    static final Kind<ResourceComplianceSummaryItem, ResourceComplianceSummaryItem> KIND = Kind.listed(
                    "AWS::SSM::PatchCompliance",
                    ResourceComplianceSummaryItem.class,
                    Listing.of(
                                    Ssm.API.ask("ssm:ListResourceComplianceSummaries"),
                                    ssm -> ssm.listResourceComplianceSummariesPaginator(
                                            request -> request.maxResults(50).filters(List.of(PATCHES))),
                                    ListResourceComplianceSummariesResponse::resourceComplianceSummaryItems)
                            .filter(item -> "Patch".equals(item.complianceType())),
                    Naming.of(
                            (site, item) ->
                                    site.arn("ssm", "managed-instance/" + item.resourceId() + "/patch-compliance"),
                            ResourceComplianceSummaryItem::resourceId))
            .moving("ExecutionSummary");

    private PatchCompliance() {}
}
