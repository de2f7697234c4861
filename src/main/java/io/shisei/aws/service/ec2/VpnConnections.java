package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** Site-to-Site VPN connections, deleted ones too while AWS still shows them. AWS gives all at once. */
final class VpnConnections {

    static final Kind<VpnConnection, VpnConnection> KIND = Kind.listed(
            "AWS::EC2::VPNConnection",
            VpnConnection.class,
            Listing.once(
                    Ec2.API.ask("ec2:DescribeVpnConnections"),
                    Ec2Client::describeVpnConnections,
                    DescribeVpnConnectionsResponse::vpnConnections),
            Naming.<VpnConnection>of(
                            (site, vpn) -> site.arn("ec2", "vpn-connection/" + vpn.vpnConnectionId()),
                            VpnConnection::vpnConnectionId)
                    .tagged(VpnConnection::tags)
                    .calledByTag());

    private VpnConnections() {}
}
