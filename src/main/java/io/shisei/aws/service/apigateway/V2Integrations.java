package io.shisei.aws.service.apigateway;

import io.shisei.aws.kind.Kind;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;

/** Integrations of HTTP and WebSocket APIs, with the protocol of their API. */
final class V2Integrations {

    static final Kind<?, Integration> KIND = V2Apis.withProtocol(Kind.of(
            "AWS::ApiGatewayV2::Integration",
            Integration.class,
            V2Apis.each(
                    "GetIntegrations",
                    (gateway, api, token) -> gateway.getIntegrations(
                            request -> request.apiId(api).nextToken(token).maxResults("100")),
                    GetIntegrationsResponse::items),
            V2Apis.In::it,
            V2Apis.naming(it -> "integrations/" + it.integrationId(), Integration::integrationId)));

    private V2Integrations() {}
}
