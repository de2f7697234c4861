package io.shisei.aws.service.apigateway;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;

/** Amazon API Gateway. */
@Component
public final class ApiGateway extends Service {

    public static final Api<ApiGatewayClient> API =
            Api.of(ApiGatewayClient.class, ApiGatewayClient::builder, ApiGatewayClient.serviceMetadata());

    static final Api<ApiGatewayV2Client> V2 =
            Api.of(ApiGatewayV2Client.class, ApiGatewayV2Client::builder, ApiGatewayV2Client.serviceMetadata());

    public ApiGateway() {
        super("APIGateway", RestStages.KIND, V2Stages.KIND, V2Routes.KIND, V2Integrations.KIND, DomainNames.KIND);
    }
}
