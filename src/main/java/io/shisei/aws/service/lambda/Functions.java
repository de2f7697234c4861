package io.shisei.aws.service.lambda;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.service.ec2.Network;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** Functions, each by its unpublished version, with the subnets that they are connected to. */
final class Functions {

    static final Kind<FunctionConfiguration, FunctionConfiguration> KIND = Kind.listed(
                    "AWS::Lambda::Function",
                    FunctionConfiguration.class,
                    Listing.of(
                            Lambda.API.ask("lambda:ListFunctions"),
                            lambda -> lambda.listFunctionsPaginator(request -> request.maxItems(50)),
                            ListFunctionsResponse::functions),
                    Naming.of(FunctionConfiguration::functionArn, FunctionConfiguration::functionName)
                            .taggedAs("lambda:function"))
            .part(
                    "Subnets",
                    Shapes.list(Subnet.class),
                    List.of(Network.SUBNETS),
                    (site, listed, function) -> function.vpcConfig() == null
                            ? List.of()
                            : Network.subnets(site, function.vpcConfig().subnetIds()));

    private Functions() {}
}
