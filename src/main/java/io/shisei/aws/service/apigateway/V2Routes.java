package io.shisei.aws.service.apigateway;

import io.shisei.aws.kind.Kind;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** Routes of HTTP and WebSocket APIs. */
final class V2Routes {

    static final Kind<?, Route> KIND = Kind.of(
            "AWS::ApiGatewayV2::Route",
            Route.class,
            V2Apis.each(
                    "GetRoutes",
                    (gateway, api, token) -> gateway.getRoutes(
                            request -> request.apiId(api).nextToken(token).maxResults("100")),
                    GetRoutesResponse::items),
            V2Apis.In::it,
            V2Apis.naming(route -> "routes/" + route.routeId(), Route::routeKey));

    private V2Routes() {}
}
