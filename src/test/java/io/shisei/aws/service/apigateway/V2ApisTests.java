package io.shisei.aws.service.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;

import io.shisei.aws.kind.Probe;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.DomainName;
import software.amazon.awssdk.services.apigateway.model.GetDomainNamesRequest;
import software.amazon.awssdk.services.apigateway.model.GetDomainNamesResponse;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** What stands in APIs, and their names. */
class V2ApisTests {

    private final StubAws aws = new StubAws(new RecordedAnswers(ApiGateway.class.getPackageName()));
    private final Probe recorded = Probe.over(new ApiGateway(), aws, Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({
        "AWS::ApiGatewayV2::Route, arn:aws:apigateway:eu-west-1::/apis/apiid-1/routes/routeid-1, name-1/routekey-1",
        "AWS::ApiGatewayV2::Stage, arn:aws:apigateway:eu-west-1::/apis/apiid-1/stages/stagename-1, name-1/stagename-1",
        "AWS::ApiGatewayV2::Integration, arn:aws:apigateway:eu-west-1::/apis/apiid-1/integrations/integrationid-1, "
                + "name-1/integrationid-1",
        "AWS::ApiGateway::DomainName, arn:aws:made:eu-west-1:111122223333:up/domainnamearn, domainname-1"
    })
    void namesWhatStandsInAnApi(String type, String arn, String name) {
        var found = recorded.read(type).only();
        assertThat(found.arn()).isEqualTo(arn);
        assertThat(found.name()).isEqualTo(name);
    }

    @Test
    void tellsTheProtocolOfTheApi() {
        assertThat(recorded.read("AWS::ApiGatewayV2::Integration", "ProtocolType")
                        .only()
                        .document()
                        .fields())
                .containsKey("ProtocolType")
                .containsKey("ConnectionType");
    }

    @Test
    void readsRoutesPageByPage() {
        ApiGatewayV2Client gateway = Probe.stub(ApiGatewayV2Client.class);
        doReturn(GetApisResponse.builder()
                        .items(Api.builder().apiId("a1").name("orders").build())
                        .build())
                .when(gateway)
                .getApis(any(GetApisRequest.class));
        doAnswer(call -> call.<GetRoutesRequest>getArgument(0).nextToken() == null
                        ? routes("next", "GET /orders")
                        : routes(null, "$default"))
                .when(gateway)
                .getRoutes(any(GetRoutesRequest.class));
        assertThat(new Probe(new ApiGateway(), gateway)
                        .read("AWS::ApiGatewayV2::Route")
                        .names())
                .containsExactlyInAnyOrder("orders/GET /orders", "orders/$default");
    }

    @Test
    void buildsTheArnOfADomainNameThatHasNone() {
        ApiGatewayClient gateway = Probe.stub(ApiGatewayClient.class);
        doReturn(GetDomainNamesResponse.builder()
                        .items(DomainName.builder()
                                .domainName("api.example.com")
                                .build())
                        .build())
                .when(gateway)
                .getDomainNames(any(GetDomainNamesRequest.class));
        assertThat(new Probe(new ApiGateway(), gateway)
                        .read("AWS::ApiGateway::DomainName")
                        .only()
                        .arn())
                .isEqualTo("arn:aws:apigateway:eu-west-1::/domainnames/api.example.com");
    }

    @Test
    void tellsOfWhatTypesTheIntegrationsAre() {
        assertThat(recorded.read("AWS::ApiGateway::Stage", "IntegrationTypes")
                        .only()
                        .document()
                        .fields())
                .isInstanceOf(Map.class)
                .containsEntry("IntegrationTypes", List.of("AWS_PROXY", "HTTP_PROXY"));
    }

    private static GetRoutesResponse routes(String token, String key) {
        return GetRoutesResponse.builder()
                .items(Route.builder().routeId(key).routeKey(key).build())
                .nextToken(token)
                .build();
    }
}
