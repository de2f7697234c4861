package io.shisei.aws.service.apigateway;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.inventory.FieldType.Scalar;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** Stages of HTTP and WebSocket APIs, with the protocol of their API. */
final class V2Stages {

    private record StageOf(Api api, Stage stage) {

        String name() {
            return Objects.requireNonNullElse(api.name(), api.apiId()) + "/" + stage.stageName();
        }
    }

    private static final Ask<ApiGatewayV2Client> APIS =
            ApiGateway.V2.ask("apigateway:GET", "GetApis").on("apigateway:*::/apis");

    static final Kind<?, Stage> KIND = Kind.of(
                    "AWS::ApiGatewayV2::Stage",
                    Stage.class,
                    Listing.of(
                                    APIS,
                                    gateway -> Pages.<GetApisResponse>by(token -> gateway.getApis(
                                            request -> request.nextToken(token).maxResults("100"))),
                                    GetApisResponse::items)
                            .within(
                                    ApiGateway.V2
                                            .ask("apigateway:GET", "GetStages")
                                            .none("NotFoundException")
                                            .on("apigateway:*::/apis/*"),
                                    V2Stages::of),
                    StageOf::stage,
                    Naming.of(V2Stages::arn, StageOf::name)
                            .labelled(listed -> listed.stage().tags()))
            .part(
                    "ProtocolType",
                    Scalar.STRING,
                    List.of(APIS),
                    (site, listed, stage) -> listed.api().protocolTypeAsString());

    private V2Stages() {}

    private static Stream<StageOf> of(Site site, Api api) {
        var pages = Pages.<GetStagesResponse>by(token -> site.client(ApiGateway.V2)
                .getStages(
                        request -> request.apiId(api.apiId()).nextToken(token).maxResults("100")));
        return Pages.items(pages, GetStagesResponse::items).map(stage -> new StageOf(api, stage));
    }

    /** API Gateway's ARNs name no account. */
    private static String arn(Site site, StageOf listed) {
        return "arn:%s:apigateway:%s::/apis/%s/stages/%s"
                .formatted(
                        site.partition(),
                        site.region(),
                        listed.api().apiId(),
                        listed.stage().stageName());
    }
}
