package io.shisei.aws.service.cloudfront;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.inventory.FieldType.ListOf;
import java.util.List;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;

/** Distributions. Their ARNs are AWS's answer, never built. */
final class Distributions {

    static final Kind<DistributionSummary, DistributionSummary> KIND = Kind.listed(
                    "AWS::CloudFront::Distribution",
                    DistributionSummary.class,
                    Listing.of(
                            CloudFront.API.ask("cloudfront:ListDistributions"),
                            Distributions::pages,
                            Distributions::items),
                    Naming.of(DistributionSummary::arn, DistributionSummary::id))
            .part(
                    "DistributionConfig",
                    DistributionConfig.class,
                    CloudFront.API.ask("cloudfront:GetDistributionConfig"),
                    (cloudFront, distribution) -> cloudFront
                            .getDistributionConfig(request -> request.id(distribution.id()))
                            .distributionConfig())
            .part(
                    "OriginBuckets",
                    new ListOf(OriginBuckets.SHAPE),
                    List.of(OriginBuckets.ASK),
                    (site, listed, distribution) -> OriginBuckets.of(site, distribution))
            .goneWhen("NoSuchDistribution")
            .global();

    private Distributions() {}

    /** The SDK has no paginator for this one. */
    private static Iterable<DistributionList> pages(CloudFrontClient cloudFront) {
        return Pages.by(marker -> cloudFront
                .listDistributions(request -> request.marker(marker).maxItems("100"))
                .distributionList());
    }

    /** AWS leaves the list out where it is empty, but says how long it is. */
    private static List<DistributionSummary> items(DistributionList page) {
        return page.quantity() != null && page.quantity() == 0 ? List.of() : page.items();
    }
}
