package io.shisei.control;

import static io.shisei.control.Emulated.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.ClusterSettingName;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.OSFamily;
import software.amazon.awssdk.services.ecs.model.PidMode;

/** Clusters and what they run in an emulated AWS: made carelessly, judged, put right, judged again. */
class EcsMotoIT {

    @RegisterExtension
    static final Emulated aws = new Emulated();

    private EcsClient ecs;

    @BeforeEach
    void client() {
        ecs = EcsClient.create();
    }

    @AfterEach
    void closeClient() {
        ecs.close();
    }

    @Test
    void taskDefinitions() {
        var controls = List.of(1, 3, 4, 5, 8, 9, 18, 20, 21);
        ecs.registerTaskDefinition(register -> register.family("orders")
                .networkMode(NetworkMode.HOST)
                .pidMode(PidMode.HOST)
                .volumes(volume -> volume.name("data").efsVolumeConfiguration(efs -> efs.fileSystemId("fs-1")))
                .containerDefinitions(
                        container("first").build(),
                        container("second").privileged(true).build()));
        assertThat(verdicts(controls)).containsAllEntriesOf(all("ECS", controls, "orders:1", "Failed"));

        ecs.registerTaskDefinition(register -> register.family("orders")
                .networkMode(NetworkMode.AWSVPC)
                .volumes(volume -> volume.name("data")
                        .efsVolumeConfiguration(efs -> efs.fileSystemId("fs-1").transitEncryption("ENABLED")))
                .containerDefinitions(container("first")
                        .environment(List.of())
                        .user("1000:1000")
                        .readonlyRootFilesystem(true)
                        .logConfiguration(logs -> logs.logDriver(LogDriver.AWSLOGS))
                        .build()));
        assertThat(verdicts(controls))
                .containsAllEntriesOf(all("ECS", controls, "orders:2", "Passed"))
                .doesNotContainKey("ECS.1 orders:1");

        ecs.deregisterTaskDefinition(deregister -> deregister.taskDefinition("orders:2"));
        assertThat(verdicts(controls))
                .containsAllEntriesOf(all("ECS", controls, "orders:1", "Failed"))
                .doesNotContainKey("ECS.1 orders:2");
    }

    @Test
    void taskDefinitionsForWindows() {
        ecs.registerTaskDefinition(register -> register.family("reports")
                .runtimePlatform(platform -> platform.operatingSystemFamily(OSFamily.WINDOWS_SERVER_2022_CORE))
                .containerDefinitions(container("only").build()));
        assertThat(verdicts(List.of(5, 20, 21)))
                .containsEntry("ECS.5 reports:1", "NotApplicable")
                .containsEntry("ECS.20 reports:1", "NotApplicable")
                .containsEntry("ECS.21 reports:1", "Failed");
    }

    @Test
    void clusters() {
        insights("careless", "disabled");
        insights("careful", "enhanced");
        ecs.createCluster(create -> create.clusterName("default"));
        assertThat(verdicts(List.of(12)))
                .containsEntry("ECS.12 careless", "Failed")
                .containsEntry("ECS.12 careful", "Passed")
                .containsEntry("ECS.12 default", "Failed");

        ecs.updateCluster(update -> update.cluster("careless")
                .settings(setting ->
                        setting.name(ClusterSettingName.CONTAINER_INSIGHTS).value("enabled")));
        ecs.deleteCluster(delete -> delete.cluster("careful"));
        assertThat(verdicts(List.of(12)))
                .containsEntry("ECS.12 careless", "Passed")
                .doesNotContainEntry("ECS.12 careful", "Failed");
    }

    @Test
    void services() {
        var controls = List.of(2, 10);
        cluster();
        makeService("careless", "1.3.0", AssignPublicIp.ENABLED);
        makeService("careful", "LATEST", AssignPublicIp.DISABLED);
        assertThat(verdicts(controls))
                .containsAllEntriesOf(all("ECS", controls, "careless", "Failed"))
                .containsAllEntriesOf(all("ECS", controls, "careful", "Passed"));

        ecs.deleteService(delete -> delete.cluster("shop").service("careless").force(true));
        makeService("careless", "1.4.0", AssignPublicIp.DISABLED);
        assertThat(verdicts(controls)).containsAllEntriesOf(all("ECS", controls, "careless", "Passed"));
    }

    @Test
    void taskSets() {
        cluster();
        ecs.createService(create -> create.cluster("shop")
                .serviceName("canary")
                .desiredCount(0)
                .deploymentController(controller -> controller.type(DeploymentControllerType.EXTERNAL)));
        var open = makeTaskSet(AssignPublicIp.ENABLED);
        var shut = makeTaskSet(AssignPublicIp.DISABLED);
        assertThat(verdicts(List.of(2, 16)))
                .containsEntry("ECS.2 canary", "Passed")
                .containsEntry("ECS.16 " + open, "Failed")
                .containsEntry("ECS.16 " + shut, "Passed");

        ecs.deleteTaskSet(
                delete -> delete.cluster("shop").service("canary").taskSet(open).force(true));
        assertThat(verdicts(List.of(16))).doesNotContainKey("ECS.16 " + open).containsEntry("ECS.16 " + shut, "Passed");
    }

    private static ContainerDefinition.Builder container(String name) {
        return ContainerDefinition.builder()
                .name(name)
                .image("orders")
                .memory(128)
                .environment(variable -> variable.name("AWS_ACCESS_KEY_ID").value("AKIAEXAMPLE"));
    }

    private void insights(String cluster, String value) {
        ecs.createCluster(create -> create.clusterName(cluster)
                .settings(setting ->
                        setting.name(ClusterSettingName.CONTAINER_INSIGHTS).value(value)));
    }

    private void cluster() {
        ecs.createCluster(create -> create.clusterName("shop"));
        ecs.registerTaskDefinition(register -> register.family("shop")
                .networkMode(NetworkMode.AWSVPC)
                .containerDefinitions(container("only").build()));
    }

    private void makeService(String name, String platform, AssignPublicIp publicIp) {
        ecs.createService(create -> create.cluster("shop")
                .serviceName(name)
                .taskDefinition("shop")
                .desiredCount(0)
                .launchType(LaunchType.FARGATE)
                .platformVersion(platform)
                .networkConfiguration(network -> network.awsvpcConfiguration(awsvpc(publicIp))));
    }

    private String makeTaskSet(AssignPublicIp publicIp) {
        return ecs.createTaskSet(create -> create.cluster("shop")
                        .service("canary")
                        .taskDefinition("shop")
                        .launchType(LaunchType.FARGATE)
                        .networkConfiguration(network -> network.awsvpcConfiguration(awsvpc(publicIp))))
                .taskSet()
                .id();
    }

    /** Moto wants security groups. */
    private static AwsVpcConfiguration awsvpc(AssignPublicIp publicIp) {
        try (var ec2 = Ec2Client.create()) {
            return AwsVpcConfiguration.builder()
                    .assignPublicIp(publicIp)
                    .subnets(ec2.describeSubnets().subnets().getFirst().subnetId())
                    .securityGroups(ec2.describeSecurityGroups()
                            .securityGroups()
                            .getFirst()
                            .groupId())
                    .build();
        }
    }

    private static Map<String, String> verdicts(List<Integer> controls) {
        return aws.verdicts("ECS", "us-east-1", Example.OCCASION, controls);
    }
}
