package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.ec2.model.ClientVpnEndpoint;
import software.amazon.awssdk.services.ec2.model.DescribeClientVpnEndpointsResponse;

/** Client VPN endpoints, deleted ones too while AWS still shows them. */
final class ClientVpnEndpoints {

    static final Kind<ClientVpnEndpoint, ClientVpnEndpoint> KIND = Kind.listed(
            "AWS::EC2::ClientVpnEndpoint",
            ClientVpnEndpoint.class,
            Listing.of(
                    Ec2.API.ask("ec2:DescribeClientVpnEndpoints").notEverywhere(),
                    ec2 -> ec2.describeClientVpnEndpointsPaginator(request -> request.maxResults(1000)),
                    DescribeClientVpnEndpointsResponse::clientVpnEndpoints),
            Naming.<ClientVpnEndpoint>of(
                            (site, vpn) -> site.arn("ec2", "client-vpn-endpoint/" + vpn.clientVpnEndpointId()),
                            ClientVpnEndpoint::clientVpnEndpointId)
                    .tagged(ClientVpnEndpoint::tags)
                    .calledByTag());

    private ClientVpnEndpoints() {}
}
