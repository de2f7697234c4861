package io.shisei.aws.service.apigateway;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/** HTTP and WebSocket APIs, listed once for all the kinds of things that stand in them. */
final class V2Apis {

    private static final Ask<ApiGatewayV2Client> ASK =
            ApiGateway.V2.ask("apigateway:GET", "GetApis").on("apigateway:*::/apis");

    private static final Listing<Api> ALL = Listing.of(
                    ASK,
                    gateway -> Pages.<GetApisResponse>by(token ->
                            gateway.getApis(request -> request.nextToken(token).maxResults("100"))),
                    GetApisResponse::items)
            .shared();

    /** Something that stands in an API. */
    record In<T>(Api api, T it) {

        /** The API's name and its own, which people see. */
        String name(String own) {
            return Objects.requireNonNullElse(api.name(), api.apiId()) + "/" + own;
        }
    }

    /** Asks for a page of what stands in an API. */
    @FunctionalInterface
    interface Page<P> {
        P of(ApiGatewayV2Client gateway, String api, @Nullable String token);
    }

    private V2Apis() {}

    /** All that stands in all APIs. */
    static <P extends SdkPojo, T> Listing<In<T>> each(String operation, Page<P> page, Function<P, List<T>> items) {
        var ask = ApiGateway.V2
                .ask("apigateway:GET", operation)
                .none("NotFoundException")
                .on("apigateway:*::/apis/*");
        return ALL.within(ask, (site, api) -> {
            var pages = Pages.<P>by(token -> page.of(site.client(ApiGateway.V2), api.apiId(), token));
            return Pages.items(pages, items).map(it -> new In<>(api, it));
        });
    }

    /**
     * API Gateway's ARNs name no account.
     *
     * @param path what the ARN has behind the API
     */
    static <T> Naming<In<T>> naming(Function<T, String> path, Function<T, String> name) {
        return Naming.of(
                (site, in) -> "arn:%s:apigateway:%s::/apis/%s/%s"
                        .formatted(site.partition(), site.region(), in.api().apiId(), path.apply(in.it())),
                in -> in.name(name.apply(in.it())));
    }

    /** Adds the protocol of the API. */
    static <T extends SdkPojo> Kind<In<T>, T> withProtocol(Kind<In<T>, T> kind) {
        return kind.part(
                "ProtocolType",
                Shapes.words(ProtocolType.class),
                List.of(ASK),
                (site, in, it) -> in.api().protocolTypeAsString());
    }
}
