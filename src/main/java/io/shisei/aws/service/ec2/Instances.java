package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;

/** Instances, terminated ones too while AWS still shows them. */
final class Instances {

    static final Kind<Instance, Instance> KIND = Kind.listed(
            "AWS::EC2::Instance",
            Instance.class,
            Listing.of(
                            Ec2.API.ask("ec2:DescribeInstances"),
                            ec2 -> ec2.describeInstancesPaginator(request -> request.maxResults(1000)),
                            DescribeInstancesResponse::reservations)
                    .flat(Reservation::instances),
            Naming.<Instance>of((site, it) -> site.arn("ec2", "instance/" + it.instanceId()), Instance::instanceId)
                    .tagged(Instance::tags)
                    .calledByTag());

    private Instances() {}
}
