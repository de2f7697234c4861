package io.shisei.aws.service.apigateway;

import io.shisei.aws.kind.Kind;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** Stages of HTTP and WebSocket APIs, with the protocol of their API. */
final class V2Stages {

    static final Kind<?, Stage> KIND = V2Apis.withProtocol(Kind.of(
            "AWS::ApiGatewayV2::Stage",
            Stage.class,
            V2Apis.each(
                    "GetStages",
                    (gateway, api, token) -> gateway.getStages(
                            request -> request.apiId(api).nextToken(token).maxResults("100")),
                    GetStagesResponse::items),
            V2Apis.In::it,
            V2Apis.<Stage>naming(stage -> "stages/" + stage.stageName(), Stage::stageName)
                    .labelled(in -> in.it().tags())));

    private V2Stages() {}
}
