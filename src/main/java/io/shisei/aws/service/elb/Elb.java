package io.shisei.aws.service.elb;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/** Elastic Load Balancing, of whose two generations each has an API. */
@Component
public final class Elb extends Service {

    static final Api<ElasticLoadBalancingV2Client> API = Api.of(
            ElasticLoadBalancingV2Client.class,
            ElasticLoadBalancingV2Client::builder,
            ElasticLoadBalancingV2Client.serviceMetadata());

    static final Api<ElasticLoadBalancingClient> CLASSIC = Api.of(
            ElasticLoadBalancingClient.class,
            ElasticLoadBalancingClient::builder,
            ElasticLoadBalancingClient.serviceMetadata());

    /** Of both generations. */
    static final String TAGGED = "elasticloadbalancing:loadbalancer";

    public Elb() {
        super("ELB", ClassicLoadBalancers.KIND, LoadBalancers.KIND);
    }
}
