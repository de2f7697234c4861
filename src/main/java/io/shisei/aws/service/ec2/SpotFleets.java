package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeSpotFleetRequestsResponse;
import software.amazon.awssdk.services.ec2.model.SpotFleetLaunchSpecification;
import software.amazon.awssdk.services.ec2.model.SpotFleetRequestConfig;
import software.amazon.awssdk.services.ec2.model.SpotFleetRequestConfigData;

/**
 * Spot Fleet requests, cancelled ones too while AWS still shows them, without the user data of what they launch
 * and how much of it runs.
 */
final class SpotFleets {

    static final Kind<SpotFleetRequestConfig, SpotFleetRequestConfig> KIND = Kind.listed(
                    "AWS::EC2::SpotFleet",
                    SpotFleetRequestConfig.class,
                    Listing.of(
                                    Ec2.API.ask("ec2:DescribeSpotFleetRequests").notEverywhere(),
                                    ec2 -> ec2.describeSpotFleetRequestsPaginator(request -> request.maxResults(1000)),
                                    DescribeSpotFleetRequestsResponse::spotFleetRequestConfigs)
                            .map(SpotFleets::asRequested),
                    Naming.<SpotFleetRequestConfig>of(
                                    (site, fleet) ->
                                            site.arn("ec2", "spot-fleet-request/" + fleet.spotFleetRequestId()),
                                    SpotFleetRequestConfig::spotFleetRequestId)
                            .tagged(SpotFleetRequestConfig::tags)
                            .calledByTag())
            .moving("ActivityStatus");

    private SpotFleets() {}

    private static SpotFleetRequestConfig asRequested(SpotFleetRequestConfig fleet) {
        var config = fleet.spotFleetRequestConfig();
        return config == null
                ? fleet
                : fleet.toBuilder().spotFleetRequestConfig(asRequested(config)).build();
    }

    private static SpotFleetRequestConfigData asRequested(SpotFleetRequestConfigData config) {
        var requested = config.toBuilder().fulfilledCapacity(null).onDemandFulfilledCapacity(null);
        return config.hasLaunchSpecifications()
                ? requested
                        .launchSpecifications(withoutUserData(config.launchSpecifications()))
                        .build()
                : requested.build();
    }

    private static List<SpotFleetLaunchSpecification> withoutUserData(List<SpotFleetLaunchSpecification> all) {
        return all.stream().map(one -> one.toBuilder().userData(null).build()).toList();
    }
}
