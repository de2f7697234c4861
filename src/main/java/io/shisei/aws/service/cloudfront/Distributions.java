package io.shisei.aws.service.cloudfront;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import io.shisei.inventory.FieldType.ListOf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;

/** Distributions. Their ARNs are AWS's answer, never built. */
final class Distributions {

    private static final Ask<CloudFrontClient> CONFIG = CloudFront.API.ask("cloudfront:GetDistributionConfig");

    static final Kind<DistributionSummary, DistributionSummary> KIND = Kind.listed(
                    "AWS::CloudFront::Distribution",
                    DistributionSummary.class,
                    Listing.of(
                            CloudFront.API.ask("cloudfront:ListDistributions"),
                            Distributions::pages,
                            Distributions::items),
                    Naming.of(DistributionSummary::arn, DistributionSummary::id).taggedAs("cloudfront:distribution"))
            .part(
                    "DistributionConfig",
                    Shapes.struct(DistributionConfig.class),
                    List.of(CONFIG),
                    (site, listed, distribution) -> config(site, distribution))
            .part(
                    "OriginBuckets",
                    new ListOf(OriginBuckets.SHAPE),
                    List.of(OriginBuckets.ASK, CONFIG),
                    (site, listed, distribution) -> OriginBuckets.of(site, config(site, distribution)))
            .goneWhen("NoSuchDistribution")
            .global();

    private Distributions() {}

    /** The configuration as it is now; its parts share the answer. */
    private static @Nullable DistributionConfig config(Site site, DistributionSummary distribution) {
        return site.once(
                List.of(CONFIG, distribution.id()),
                () -> site.ask(
                                CONFIG,
                                cloudFront ->
                                        cloudFront.getDistributionConfig(request -> request.id(distribution.id())))
                        .distributionConfig());
    }

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
