package io.shisei.aws.service.elb;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** Application, Network and Gateway Load Balancers, with their attributes by name. */
final class LoadBalancers {

    static final Kind<LoadBalancer, LoadBalancer> KIND = Kind.listed(
                    "AWS::ElasticLoadBalancingV2::LoadBalancer",
                    LoadBalancer.class,
                    Listing.of(
                            Elb.API.ask("elasticloadbalancing:DescribeLoadBalancers"),
                            elb -> elb.describeLoadBalancersPaginator(request -> request.pageSize(400)),
                            DescribeLoadBalancersResponse::loadBalancers),
                    Naming.of(LoadBalancer::loadBalancerArn, LoadBalancer::loadBalancerName)
                            .taggedAs(Elb.TAGGED))
            .part(
                    "Attributes",
                    new MapOf(Scalar.STRING),
                    Elb.API.ask("elasticloadbalancing:DescribeLoadBalancerAttributes"),
                    (elb, balancer) -> Pages.whole(elb.describeLoadBalancerAttributes(
                                            request -> request.loadBalancerArn(balancer.loadBalancerArn()))
                                    .attributes())
                            .stream()
                            .filter(attribute -> attribute.value() != null)
                            .collect(Collectors.toMap(
                                    LoadBalancerAttribute::key, LoadBalancerAttribute::value, (one, again) -> again)))
            .goneWhen("LoadBalancerNotFound");

    private LoadBalancers() {}
}
