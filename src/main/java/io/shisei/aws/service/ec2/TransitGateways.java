package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.TransitGateway;

/** Transit gateways, those that other accounts share and deleted ones too while AWS still shows them. */
final class TransitGateways {

    static final Kind<TransitGateway, TransitGateway> KIND = Kind.listed(
            "AWS::EC2::TransitGateway",
            TransitGateway.class,
            Listing.of(
                    Ec2.API.ask("ec2:DescribeTransitGateways").notEverywhere(),
                    ec2 -> ec2.describeTransitGatewaysPaginator(request -> request.maxResults(1000)),
                    DescribeTransitGatewaysResponse::transitGateways),
            Naming.of(TransitGateway::transitGatewayArn, TransitGateway::transitGatewayId)
                    .tagged(TransitGateway::tags)
                    .calledByTag());

    private TransitGateways() {}
}
