package io.shisei.aws.service.cloudfront;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import io.shisei.aws.kind.Probe;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsResponse;

class CloudFrontTests {

    private static final String TYPE = "AWS::CloudFront::Distribution";

    private final CloudFrontClient cloudFront = Probe.stub(CloudFrontClient.class);
    private final Probe probe = new Probe(new CloudFront(), cloudFront);

    @Test
    void listsPageByPageAndKeepsArnsAsTheyAre() {
        doAnswer(call -> call.<ListDistributionsRequest>getArgument(0).marker() == null
                        ? page("next", "E1")
                        : page("", "E2"))
                .when(cloudFront)
                .listDistributions(any(ListDistributionsRequest.class));
        var read = probe.read(TYPE);
        assertThat(read.names()).containsExactlyInAnyOrder("E1", "E2");
        assertThat(read.found()).extracting(resource -> resource.arn()).contains("odd:arn:E1");
    }

    @Test
    void anAccountWithoutDistributionsHasNone() {
        doReturn(ListDistributionsResponse.builder()
                        .distributionList(list -> list.quantity(0))
                        .build())
                .when(cloudFront)
                .listDistributions(any(ListDistributionsRequest.class));
        var read = probe.read(TYPE);
        assertThat(read.found()).isEmpty();
        assertThat(read.unlisted()).isEmpty();
    }

    @Test
    void readsTheConfigurationOfEach() {
        listed();
        doReturn(GetDistributionConfigResponse.builder()
                        .distributionConfig(config -> config.webACLId("acl"))
                        .build())
                .when(cloudFront)
                .getDistributionConfig(any(GetDistributionConfigRequest.class));
        assertThat(probe.read(TYPE, "DistributionConfig").only().document().fields())
                .containsEntry("DistributionConfig", Map.of("WebACLId", "acl"));
    }

    @Test
    void aDeniedConfigurationIsAGap() {
        listed();
        doThrow(refused("AccessDenied"))
                .when(cloudFront)
                .getDistributionConfig(any(GetDistributionConfigRequest.class));
        assertThat(probe.read(TYPE, "DistributionConfig").only().document().gaps())
                .containsKey("DistributionConfig");
    }

    @Test
    void oneDeletedMeanwhileIsDropped() {
        listed();
        doThrow(refused("NoSuchDistribution"))
                .when(cloudFront)
                .getDistributionConfig(any(GetDistributionConfigRequest.class));
        assertThat(probe.read(TYPE, "DistributionConfig").found()).isEmpty();
    }

    @Test
    void aFailedListingIsTold() {
        doThrow(refused("AccessDenied")).when(cloudFront).listDistributions(any(ListDistributionsRequest.class));
        assertThat(probe.read(TYPE).unlistedGap().summary()).isEqualTo("cloudfront:ListDistributions AccessDenied");
    }

    private void listed() {
        doReturn(page(null, "E1")).when(cloudFront).listDistributions(any(ListDistributionsRequest.class));
    }

    private static ListDistributionsResponse page(String marker, String id) {
        return ListDistributionsResponse.builder()
                .distributionList(list -> list.quantity(1)
                        .nextMarker(marker)
                        .items(item -> item.id(id).arn("odd:arn:" + id)))
                .build();
    }
}
