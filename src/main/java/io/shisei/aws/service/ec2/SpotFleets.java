package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeSpotFleetRequestsResponse;
import software.amazon.awssdk.services.ec2.model.SpotFleetLaunchSpecification;
import software.amazon.awssdk.services.ec2.model.SpotFleetRequestConfig;
import software.amazon.awssdk.services.ec2.model.SpotFleetRequestConfigData;

/** Spot Fleet requests, cancelled ones too while AWS still shows them, without the user data of what they launch. */
final class SpotFleets {

    static final Kind<SpotFleetRequestConfig, SpotFleetRequestConfig> KIND = Kind.listed(
                    "AWS::EC2::SpotFleet",
                    SpotFleetRequestConfig.class,
                    Listing.of(
                                    Ec2.API.ask("ec2:DescribeSpotFleetRequests"),
                                    ec2 -> ec2.describeSpotFleetRequestsPaginator(request -> request.maxResults(1000)),
                                    DescribeSpotFleetRequestsResponse::spotFleetRequestConfigs)
                            .map(SpotFleets::withoutUserData),
                    Naming.<SpotFleetRequestConfig>of(
                                    (site, fleet) ->
                                            site.arn("ec2", "spot-fleet-request/" + fleet.spotFleetRequestId()),
                                    SpotFleetRequestConfig::spotFleetRequestId)
                            .tagged(SpotFleetRequestConfig::tags)
                            .calledByTag())
            .moving("ActivityStatus");

    private SpotFleets() {}

    private static SpotFleetRequestConfig withoutUserData(SpotFleetRequestConfig fleet) {
        var config = fleet.spotFleetRequestConfig();
        return config == null || !config.hasLaunchSpecifications()
                ? fleet
                : fleet.toBuilder()
                        .spotFleetRequestConfig(withoutUserData(config))
                        .build();
    }

    private static SpotFleetRequestConfigData withoutUserData(SpotFleetRequestConfigData config) {
        List<SpotFleetLaunchSpecification> specifications = config.launchSpecifications().stream()
                .map(one -> one.toBuilder().userData(null).build())
                .toList();
        return config.toBuilder().launchSpecifications(specifications).build();
    }
}
