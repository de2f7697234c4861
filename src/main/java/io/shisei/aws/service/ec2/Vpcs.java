package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** VPCs, shared ones too, with the endpoints and flow logs that this account has for them. */
final class Vpcs {

    private static final Ask<Ec2Client> ENDPOINTS = Ec2.API.ask("ec2:DescribeVpcEndpoints");

    private static final Listing<VpcEndpoint> ALL_ENDPOINTS = Listing.of(
            ENDPOINTS,
            ec2 -> ec2.describeVpcEndpointsPaginator(request -> request.maxResults(1000)),
            DescribeVpcEndpointsResponse::vpcEndpoints);

    private static final Ask<Ec2Client> FLOW_LOGS = Ec2.API.ask("ec2:DescribeFlowLogs");

    private static final Listing<FlowLog> ALL_FLOW_LOGS = Listing.of(
            FLOW_LOGS,
            ec2 -> ec2.describeFlowLogsPaginator(request -> request.maxResults(1000)),
            DescribeFlowLogsResponse::flowLogs);

    static final Kind<Vpc, Vpc> KIND = Kind.listed(
                    "AWS::EC2::VPC",
                    Vpc.class,
                    Listing.of(
                            Ec2.API.ask("ec2:DescribeVpcs"),
                            ec2 -> ec2.describeVpcsPaginator(request -> request.maxResults(1000)),
                            DescribeVpcsResponse::vpcs),
                    Naming.<Vpc>of((site, vpc) -> Ec2.arn(site, vpc.ownerId(), "vpc/" + vpc.vpcId()), Vpc::vpcId)
                            .tagged(Vpc::tags)
                            .calledByTag())
            .part(
                    "VpcEndpoints",
                    Shapes.list(VpcEndpoint.class),
                    List.of(ENDPOINTS),
                    (site, listed, vpc) -> site.all(ALL_ENDPOINTS).stream()
                            .filter(endpoint -> vpc.vpcId().equals(endpoint.vpcId()))
                            .toList())
            .part(
                    "FlowLogs",
                    Shapes.list(FlowLog.class),
                    List.of(FLOW_LOGS),
                    (site, listed, vpc) -> site.all(ALL_FLOW_LOGS).stream()
                            .filter(log -> vpc.vpcId().equals(log.resourceId()))
                            .toList());

    private Vpcs() {}
}
