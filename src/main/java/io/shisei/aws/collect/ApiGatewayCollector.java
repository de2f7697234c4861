package io.shisei.aws.collect;

import io.shisei.aws.Api;
import io.shisei.aws.Site;
import io.shisei.inventory.Scope;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.GetStagesResponse;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.Stage;

/** Stages of REST APIs. */
@Component
class ApiGatewayCollector extends ServiceCollector {

    static final Api<ApiGatewayClient> GATEWAY =
            Api.of(ApiGatewayClient.class, ApiGatewayClient::builder, ApiGatewayClient.serviceMetadata());

    private record StageOf(RestApi api, Stage stage) {}

    private static final Kind<StageOf> STAGE = Kind.of(
            "AWS::ApiGateway::Stage",
            Stage.class,
            Listing.of("apigateway:GET", "GetRestApis", ApiGatewayCollector::apis)
                    .within("apigateway:GET", "GetStages", ApiGatewayCollector::stages, "NotFoundException"),
            new Main.Listed<>(StageOf::stage),
            Naming.of(ApiGatewayCollector::arn, ApiGatewayCollector::name)
                    .tagged(listed -> listed.stage().tags()));

    ApiGatewayCollector() {
        super("APIGateway", Scope.REGIONAL, GATEWAY, STAGE);
    }

    private static Stream<RestApi> apis(Site site) {
        var pages = site.client(GATEWAY).getRestApisPaginator(request -> request.limit(500));
        return Pages.of(pages, GetRestApisResponse::hasItems, GetRestApisResponse::position)
                .flatMap(page -> page.items().stream());
    }

    private static Stream<StageOf> stages(Site site, RestApi api) {
        var answer = site.client(GATEWAY).getStages(request -> request.restApiId(api.id()));
        return Pages.whole(answer, GetStagesResponse::hasItem).item().stream().map(stage -> new StageOf(api, stage));
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

    private static String name(StageOf listed) {
        var api = Objects.requireNonNullElse(listed.api().name(), listed.api().id());
        return api + "/" + listed.stage().stageName();
    }
}
