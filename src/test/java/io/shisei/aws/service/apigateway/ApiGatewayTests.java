package io.shisei.aws.service.apigateway;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import io.shisei.aws.kind.Probe;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.GetRestApisRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.GetStagesRequest;
import software.amazon.awssdk.services.apigateway.model.GetStagesResponse;
import software.amazon.awssdk.services.apigateway.model.RestApi;

class ApiGatewayTests {

    private static final String TYPE = "AWS::ApiGateway::Stage";

    private final ApiGatewayClient gateway = Probe.stub(ApiGatewayClient.class);
    private final Probe probe = new Probe(new ApiGateway(), gateway);

    @BeforeEach
    void twoPagesOfApis() {
        doAnswer(call -> call.<GetRestApisRequest>getArgument(0).position() == null
                        ? apis("next", "a1")
                        : apis(null, "a2"))
                .when(gateway)
                .getRestApis(any(GetRestApisRequest.class));
        stages(Map.of());
    }

    @Test
    void readsTheStagesOfEachApi() {
        var read = probe.read(TYPE);
        assertThat(read.found())
                .extracting(stage -> stage.arn())
                .containsExactlyInAnyOrder(
                        "arn:aws:apigateway:eu-west-1::/restapis/a1/stages/live",
                        "arn:aws:apigateway:eu-west-1::/restapis/a2/stages/live");
        assertThat(read.found().getFirst().tags()).containsEntry("team", "x");
        assertThat(read.found().getFirst().document().fields()).containsEntry("stageName", "live");
    }

    @Test
    void anApiDeletedMeanwhileHasNoStages() {
        stages(Map.of("a1", refused("NotFoundException")));
        var read = probe.read(TYPE);
        assertThat(read.names()).containsExactly("orders-a2/live");
        assertThat(read.unlisted()).isEmpty();
    }

    @Test
    void stagesThatCannotBeListedLeaveTheOthersInAnIncompleteListing() {
        stages(Map.of("a1", refused("TooManyRequestsException")));
        var read = probe.read(TYPE);
        assertThat(read.names()).containsExactly("orders-a2/live");
        assertThat(read.unlistedGap().summary()).isEqualTo("apigateway:GET TooManyRequestsException");
    }

    @Test
    void aFailedListingOfApisIsTold() {
        doThrow(refused("AccessDeniedException")).when(gateway).getRestApis(any(GetRestApisRequest.class));
        assertThat(probe.read(TYPE).unlistedGap().error()).isEqualTo("AccessDeniedException");
    }

    private void stages(Map<String, RuntimeException> faults) {
        doAnswer(call -> {
                    var fault = faults.get(call.<GetStagesRequest>getArgument(0).restApiId());
                    if (fault != null) {
                        throw fault;
                    }
                    return GetStagesResponse.builder()
                            .item(stage -> stage.stageName("live").tags(Map.of("team", "x")))
                            .build();
                })
                .when(gateway)
                .getStages(any(GetStagesRequest.class));
    }

    private static GetRestApisResponse apis(String position, String... ids) {
        return GetRestApisResponse.builder()
                .items(Stream.of(ids)
                        .map(id -> RestApi.builder().id(id).name("orders-" + id).build())
                        .toList())
                .position(position)
                .build();
    }
}
