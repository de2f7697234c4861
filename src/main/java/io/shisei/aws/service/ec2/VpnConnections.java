package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.TunnelOption;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/**
 * Site-to-Site VPN connections without their pre-shared keys, deleted ones too while AWS still shows them. AWS gives all
 * at once.
 */
final class VpnConnections {

    static final Kind<VpnConnection, VpnConnection> KIND = Kind.listed(
            "AWS::EC2::VPNConnection",
            VpnConnection.class,
            Listing.once(
                            Ec2.API.ask("ec2:DescribeVpnConnections"),
                            Ec2Client::describeVpnConnections,
                            DescribeVpnConnectionsResponse::vpnConnections)
                    .map(VpnConnections::withoutKeys),
            Naming.<VpnConnection>of(
                            (site, vpn) -> site.arn("ec2", "vpn-connection/" + vpn.vpnConnectionId()),
                            VpnConnection::vpnConnectionId)
                    .tagged(VpnConnection::tags)
                    .calledByTag());

    private VpnConnections() {}

    private static VpnConnection withoutKeys(VpnConnection vpn) {
        var open = vpn.toBuilder().customerGatewayConfiguration(null);
        return vpn.options() == null
                ? open.build()
                : open.options(vpn.options().toBuilder()
                                .tunnelOptions(withoutKeys(vpn.options().tunnelOptions()))
                                .build())
                        .build();
    }

    private static List<TunnelOption> withoutKeys(List<TunnelOption> tunnels) {
        return tunnels.stream()
                .map(tunnel -> tunnel.toBuilder().preSharedKey(null).build())
                .toList();
    }
}
