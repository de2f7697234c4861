package io.shisei.aws.service.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import io.shisei.aws.kind.Probe;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.DescribeCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeCapacityProvidersResponse;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;

/** Clusters, and what runs in them. */
class ClusterContentTests {

    private static final String ARN = "arn:aws:ecs:eu-west-1:111122223333:";

    private final Probe recorded = Probe.over(
            new Ecs(), new StubAws(new RecordedAnswers("io.shisei.aws.service.ecs")), Duration.ofSeconds(10));
    private final EcsClient ecs = Probe.stub(EcsClient.class);
    private final Probe probe = new Probe(new Ecs(), ecs);

    @Test
    void readsAServiceWithItsTagsAndWithoutWhatHappenedToIt() {
        var service = recorded.read("AWS::ECS::Service").only();
        assertThat(service.arn()).isEqualTo(ARN + "service/shop/web");
        assertThat(service.name()).isEqualTo("web");
        assertThat(service.tags()).containsEntry("team", "shop");
        assertThat(service.document().fields())
                .containsEntry("launchType", "FARGATE")
                .containsEntry("platformVersion", "1.4.0")
                .containsEntry("events", List.of());
    }

    @Test
    void readsTheTaskSetsOfAService() {
        var set = recorded.read("AWS::ECS::TaskSet").only();
        assertThat(set.arn()).isEqualTo(ARN + "task-set/shop/web/ecs-svc/1");
        assertThat(set.document().fields())
                .containsEntry(
                        "networkConfiguration",
                        Map.of(
                                "awsvpcConfiguration",
                                Map.of("subnets", List.of("subnet-0a1b"), "assignPublicIp", "ENABLED")));
    }

    @Test
    void readsAClusterWithItsSettings() {
        var cluster = recorded.read("AWS::ECS::Cluster").only();
        assertThat(cluster.name()).isEqualTo("shop");
        assertThat(cluster.document().fields())
                .containsEntry("settings", List.of(Map.of("name", "containerInsights", "value", "enhanced")));
    }

    @Test
    void asksForTheSettingsOfClusters() {
        clusters("shop");
        doAnswer(call -> {
                    assertThat(call.<DescribeClustersRequest>getArgument(0).include())
                            .contains(ClusterField.SETTINGS);
                    return DescribeClustersResponse.builder()
                            .clusters(cluster -> cluster.clusterArn(ARN + "cluster/shop"))
                            .build();
                })
                .when(ecs)
                .describeClusters(any(DescribeClustersRequest.class));
        assertThat(probe.read("AWS::ECS::Cluster").names()).containsExactly("shop");
    }

    @Test
    void describesTheServicesOfAClusterByTens() {
        clusters("shop");
        services(23);
        var asked = new ArrayList<Integer>();
        doAnswer(call -> {
                    DescribeServicesRequest request = call.getArgument(0);
                    assertThat(request.cluster()).isEqualTo(ARN + "cluster/shop");
                    asked.add(request.services().size());
                    return DescribeServicesResponse.builder()
                            .services(request.services().stream()
                                    .map(arn -> Service.builder()
                                            .serviceArn(arn)
                                            .serviceName(arn)
                                            .build())
                                    .toList())
                            .build();
                })
                .when(ecs)
                .describeServices(any(DescribeServicesRequest.class));
        assertThat(probe.read("AWS::ECS::Service").found()).hasSize(23);
        assertThat(asked).containsExactly(10, 10, 3);
    }

    @Test
    void aClusterThatIsGoneHasNoServices() {
        clusters("shop");
        doThrow(Probe.refused("ClusterNotFoundException")).when(ecs).listServices(any(ListServicesRequest.class));
        var read = probe.read("AWS::ECS::Service");
        assertThat(read.found()).isEmpty();
        assertThat(read.unlisted()).isEmpty();
    }

    @Test
    void servicesThatCouldNotBeDescribedAreTold() {
        clusters("shop");
        services(1);
        doThrow(Probe.refused("AccessDeniedException")).when(ecs).describeServices(any(DescribeServicesRequest.class));
        assertThat(probe.read("AWS::ECS::TaskSet").unlistedGap().summary())
                .isEqualTo("ecs:DescribeServices AccessDeniedException");
    }

    @Test
    void listsCapacityProvidersPageByPage() {
        doAnswer(call -> call.<DescribeCapacityProvidersRequest>getArgument(0).nextToken() == null
                        ? providers("next", "FARGATE")
                        : providers(null, "batch"))
                .when(ecs)
                .describeCapacityProviders(any(DescribeCapacityProvidersRequest.class));
        assertThat(probe.read("AWS::ECS::CapacityProvider").names()).containsExactly("FARGATE", "batch");
    }

    @Test
    void readsACapacityProviderOfAnAutoScalingGroup() {
        var batch = recorded.read("AWS::ECS::CapacityProvider").found().getLast();
        assertThat(batch.tags()).containsEntry("team", "data");
        assertThat(batch.document().fields().get("autoScalingGroupProvider"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("managedTerminationProtection", "ENABLED");
    }

    private void clusters(String... names) {
        doReturn(ListClustersResponse.builder()
                        .clusterArns(List.of(names).stream()
                                .map((ARN + "cluster/")::concat)
                                .toList())
                        .build())
                .when(ecs)
                .listClusters(any(ListClustersRequest.class));
    }

    private void services(int count) {
        doReturn(ListServicesResponse.builder()
                        .serviceArns(IntStream.range(0, count)
                                .mapToObj(i -> ARN + "service/shop/" + i)
                                .toList())
                        .build())
                .when(ecs)
                .listServices(any(ListServicesRequest.class));
    }

    private static DescribeCapacityProvidersResponse providers(String token, String name) {
        return DescribeCapacityProvidersResponse.builder()
                .capacityProviders(CapacityProvider.builder()
                        .capacityProviderArn(ARN + "capacity-provider/" + name)
                        .name(name)
                        .build())
                .nextToken(token)
                .build();
    }
}
