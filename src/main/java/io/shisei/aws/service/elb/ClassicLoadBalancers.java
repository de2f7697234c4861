package io.shisei.aws.service.elb;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerAttributes;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

/** Classic Load Balancers, with their attributes. */
final class ClassicLoadBalancers {

    static final Kind<LoadBalancerDescription, LoadBalancerDescription> KIND = Kind.listed(
                    "AWS::ElasticLoadBalancing::LoadBalancer",
                    LoadBalancerDescription.class,
                    Listing.of(
                            Elb.CLASSIC.ask("elasticloadbalancing:DescribeLoadBalancers"),
                            elb -> elb.describeLoadBalancersPaginator(request -> request.pageSize(400)),
                            DescribeLoadBalancersResponse::loadBalancerDescriptions),
                    Naming.<LoadBalancerDescription>of(
                                    (site, it) ->
                                            site.arn("elasticloadbalancing", "loadbalancer/" + it.loadBalancerName()),
                                    LoadBalancerDescription::loadBalancerName)
                            .taggedAs(Elb.TAGGED))
            .part(
                    "LoadBalancerAttributes",
                    LoadBalancerAttributes.class,
                    Elb.CLASSIC.ask("elasticloadbalancing:DescribeLoadBalancerAttributes"),
                    (elb, balancer) -> elb.describeLoadBalancerAttributes(
                                    request -> request.loadBalancerName(balancer.loadBalancerName()))
                            .loadBalancerAttributes())
            .goneWhen("LoadBalancerNotFound");

    private ClassicLoadBalancers() {}
}
