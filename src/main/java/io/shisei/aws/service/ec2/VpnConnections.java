package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.TunnelOption;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnConnectionOptions;

/**
 * Site-to-Site VPN connections without their pre-shared keys and how many routes they learned, deleted ones too while
 * AWS still shows them. AWS gives all at once.
 */
final class VpnConnections {

    static final Kind<VpnConnection, VpnConnection> KIND = Kind.listed(
            "AWS::EC2::VPNConnection",
            VpnConnection.class,
            Listing.once(
                            Ec2.API.ask("ec2:DescribeVpnConnections").notEverywhere(),
                            Ec2Client::describeVpnConnections,
                            DescribeVpnConnectionsResponse::vpnConnections)
                    .map(VpnConnections::withoutKeysAndRoutes),
            Naming.<VpnConnection>of(
                            (site, vpn) -> site.arn("ec2", "vpn-connection/" + vpn.vpnConnectionId()),
                            VpnConnection::vpnConnectionId)
                    .tagged(VpnConnection::tags)
                    .calledByTag());

    private VpnConnections() {}

    private static VpnConnection withoutKeysAndRoutes(VpnConnection vpn) {
        var open = vpn.toBuilder().customerGatewayConfiguration(null);
        if (vpn.hasVgwTelemetry()) {
            open.vgwTelemetry(withoutRoutes(vpn.vgwTelemetry()));
        }
        if (vpn.options() != null) {
            open.options(withoutKeys(vpn.options()));
        }
        return open.build();
    }

    private static VpnConnectionOptions withoutKeys(VpnConnectionOptions options) {
        List<TunnelOption> tunnels = options.tunnelOptions().stream()
                .map(tunnel -> tunnel.toBuilder().preSharedKey(null).build())
                .toList();
        return options.toBuilder().tunnelOptions(tunnels).build();
    }

    /** The message, too, tells how many there are. */
    private static List<VgwTelemetry> withoutRoutes(List<VgwTelemetry> tunnels) {
        return tunnels.stream()
                .map(tunnel -> tunnel.toBuilder()
                        .acceptedRouteCount(null)
                        .statusMessage(null)
                        .build())
                .toList();
    }
}
