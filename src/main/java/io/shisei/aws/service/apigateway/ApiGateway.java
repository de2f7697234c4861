package io.shisei.aws.service.apigateway;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** Amazon API Gateway. */
@Component
public final class ApiGateway extends Service {

    public static final Api<ApiGatewayClient> API =
            Api.of(ApiGatewayClient.class, ApiGatewayClient::builder, ApiGatewayClient.serviceMetadata());

    public ApiGateway() {
        super("APIGateway", RestStages.KIND);
    }
}
