package io.shisei.aws.service.apigateway;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import io.shisei.inventory.FieldType.ListOf;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.GetResourcesResponse;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.Stage;

/** Stages of REST APIs. */
final class RestStages {

    private record StageOf(RestApi api, Stage stage) {

        String name() {
            return Objects.requireNonNullElse(api.name(), api.id()) + "/" + stage.stageName();
        }
    }

    private static final Ask<ApiGatewayClient> RESOURCES =
            ApiGateway.API.ask("apigateway:GET", "GetResources").on("apigateway:*::/restapis/*");

    static final Kind<?, Stage> KIND = Kind.of(
                    "AWS::ApiGateway::Stage",
                    Stage.class,
                    Listing.of(
                                    ApiGateway.API
                                            .ask("apigateway:GET", "GetRestApis")
                                            .on("apigateway:*::/restapis"),
                                    gateway -> gateway.getRestApisPaginator(request -> request.limit(500)),
                                    GetRestApisResponse::items)
                            .within(
                                    ApiGateway.API
                                            .ask("apigateway:GET", "GetStages")
                                            .none("NotFoundException")
                                            .on("apigateway:*::/restapis/*"),
                                    RestStages::of),
                    StageOf::stage,
                    Naming.of(RestStages::arn, StageOf::name)
                            .labelled(listed -> listed.stage().tags()))
            .part(
                    "IntegrationTypes",
                    new ListOf(Shapes.words(IntegrationType.class)),
                    List.of(RESOURCES),
                    (site, listed, stage) -> integrationTypes(site, listed.api()))
            .goneWhen("NotFoundException");

    private RestStages() {}

    private static Stream<StageOf> of(Site site, RestApi api) {
        var answer = site.client(ApiGateway.API).getStages(request -> request.restApiId(api.id()));
        return Pages.whole(answer.item()).stream().map(stage -> new StageOf(api, stage));
    }

    /** Of what types the integrations of all methods are; the stages of an API share the answer. */
    private static List<String> integrationTypes(Site site, RestApi api) {
        return site.once(
                List.of(RESOURCES, api.id()),
                () -> site.ask(
                        RESOURCES,
                        gateway -> Pages.items(
                                        gateway.getResourcesPaginator(request -> request.restApiId(api.id())
                                                .embed("methods")
                                                .limit(500)),
                                        GetResourcesResponse::items)
                                .flatMap(resource -> resource.resourceMethods().values().stream())
                                .map(Method::methodIntegration)
                                .filter(Objects::nonNull)
                                .map(Integration::typeAsString)
                                .distinct()
                                .sorted()
                                .toList()));
    }

    /** API Gateway's ARNs name no account. */
    private static String arn(Site site, StageOf listed) {
        return "arn:%s:apigateway:%s::/restapis/%s/stages/%s"
                .formatted(
                        site.partition(),
                        site.region(),
                        listed.api().id(),
                        listed.stage().stageName());
    }
}
