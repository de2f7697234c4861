package io.shisei.aws.service.ecs;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.CapacityProviderField;
import software.amazon.awssdk.services.ecs.model.DescribeCapacityProvidersResponse;

/** Capacity providers that any cluster may use, AWS's own and deleted ones too; those for managed instances belong to a cluster. */
final class CapacityProviders {

    static final Kind<CapacityProvider, CapacityProvider> KIND = Kind.listed(
            "AWS::ECS::CapacityProvider",
            CapacityProvider.class,
            Listing.of(
                    Ecs.API.ask("ecs:DescribeCapacityProviders"),
                    ecs -> Pages.by(next -> ecs.describeCapacityProviders(
                            request -> request.nextToken(next).include(CapacityProviderField.TAGS))),
                    DescribeCapacityProvidersResponse::capacityProviders),
            Naming.of(CapacityProvider::capacityProviderArn, CapacityProvider::name)
                    .tagged(CapacityProvider::tags));

    private CapacityProviders() {}
}
