package io.shisei.aws.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.rds.model.DBCluster;

class ValuesTests {

    @Test
    void whatIsUnsetHasNoKey() {
        assertThat(Values.of(SecurityGroup.builder().groupId("sg-1").build()))
                .containsExactly(Map.entry("GroupId", "sg-1"));
    }

    @Test
    void anEmptyListThatAwsSentStays() {
        var group = SecurityGroup.builder().ipPermissions(List.of()).build();
        assertThat(Values.of(group)).containsExactly(Map.entry("IpPermissions", List.of()));
    }

    @Test
    void structuresListsAndNumbersArePlain() {
        var permission = IpPermission.builder()
                .fromPort(22)
                .ipRanges(range -> range.cidrIp("0.0.0.0/0"))
                .build();
        assertThat(Values.of(SecurityGroup.builder().ipPermissions(permission).build()))
                .isEqualTo(Map.of(
                        "IpPermissions",
                        List.of(Map.of("FromPort", 22L, "IpRanges", List.of(Map.of("CidrIp", "0.0.0.0/0"))))));
    }

    @Test
    void instantsAreTextsInUtc() {
        var launched = Instance.builder()
                .launchTime(Instant.parse("2026-09-01T10:00:00Z"))
                .build();
        assertThat(Values.of(launched)).containsEntry("LaunchTime", "2026-09-01T10:00:00Z");
    }

    @Test
    void aValueNewerThanThisSdkStaysAsAwsSentIt() {
        assertThat(Values.of(Instance.builder().instanceType("z99.large").build()))
                .containsEntry("InstanceType", "z99.large");
    }

    @Test
    void mapsKeepTheirKeys() {
        var container =
                ContainerDefinition.builder().dockerLabels(Map.of("a", "b")).build();
        assertThat(Values.of(container)).containsEntry("dockerLabels", Map.of("a", "b"));
    }

    @Test
    void fractionsAreDoublesAndBytesBase64() {
        var cluster = DBCluster.builder()
                .serverlessV2ScalingConfiguration(scaling -> scaling.minCapacity(0.5))
                .build();
        assertThat(Values.of(cluster)).containsEntry("ServerlessV2ScalingConfiguration", Map.of("MinCapacity", 0.5));
        assertThat(Values.plain(SdkBytes.fromUtf8String("hi"))).isEqualTo("aGk=");
    }

    @Test
    void untypedJsonIsWhateverStandsThere() {
        var untyped = Document.mapBuilder()
                .putNumber("n", 3)
                .putNumber("half", 0.5)
                .putNull("nothing")
                .putList("l", list -> list.addString("x").addBoolean(true))
                .build();
        assertThat(Values.plain(untyped)).isEqualTo(Map.of("n", 3L, "half", 0.5, "l", List.of("x", true)));
    }
}
