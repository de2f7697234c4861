package io.shisei.aws.collect;

import io.shisei.aws.Api;
import io.shisei.aws.Shapes;
import io.shisei.aws.Site;
import io.shisei.inventory.Scope;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;

/** Distributions. Their ARNs are AWS's answer, never built. */
@Component
class CloudFrontCollector extends ServiceCollector {

    static final Api<CloudFrontClient> CLOUD_FRONT =
            Api.of(CloudFrontClient.class, CloudFrontClient::builder, CloudFrontClient.serviceMetadata());

    private static final Kind<DistributionSummary> DISTRIBUTION = Kind.listed(
                    "AWS::CloudFront::Distribution",
                    DistributionSummary.class,
                    Listing.of("cloudfront:ListDistributions", "ListDistributions", CloudFrontCollector::distributions),
                    Naming.of((site, distribution) -> distribution.arn(), DistributionSummary::id))
            .part(
                    "DistributionConfig",
                    Shapes.struct(DistributionConfig.class),
                    "cloudfront:GetDistributionConfig",
                    "GetDistributionConfig",
                    (site, distribution) -> site.client(CLOUD_FRONT)
                            .getDistributionConfig(request -> request.id(distribution.id()))
                            .distributionConfig())
            .goneWhen("NoSuchDistribution");

    CloudFrontCollector() {
        super("CloudFront", Scope.GLOBAL, CLOUD_FRONT, DISTRIBUTION);
    }

    private static Stream<DistributionSummary> distributions(Site site) {
        return Pages.by(marker -> page(site, marker), list -> list.quantity() != null, DistributionList::nextMarker)
                .flatMap(page -> page.items().stream());
    }

    /** The SDK has no paginator for this one. */
    private static DistributionList page(Site site, @Nullable String marker) {
        return site.client(CLOUD_FRONT)
                .listDistributions(request -> request.marker(marker).maxItems("100"))
                .distributionList();
    }
}
