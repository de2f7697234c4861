package io.shisei.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

class ShapesTest {

    @Test
    void namesAreAwssOwn() {
        assertThat(Shapes.struct(SecurityGroup.class).name()).isEqualTo("ec2.SecurityGroup");
        assertThat(Shapes.struct(SecurityGroup.class).fields()).containsEntry("GroupId", Scalar.STRING);
        assertThat(Shapes.struct(TaskDefinition.class).fields()).containsEntry("networkMode", Scalar.STRING);
        assertThat(Shapes.struct(DistributionConfig.class).fields()).containsEntry("WebACLId", Scalar.STRING);
    }

    @Test
    void scalarsAreTyped() {
        assertThat(Shapes.struct(IpPermission.class).fields()).containsEntry("FromPort", Scalar.INT);
        assertThat(Shapes.struct(Instance.class).fields())
                .containsEntry("LaunchTime", Scalar.TIMESTAMP)
                .containsEntry("EbsOptimized", Scalar.BOOL);
    }

    @Test
    void listsAndMapsKnowWhatTheyHold() {
        assertThat(Shapes.struct(SecurityGroup.class).fields())
                .containsEntry("IpPermissions", new ListOf(Shapes.struct(IpPermission.class)));
        assertThat(Shapes.struct(ContainerDefinition.class).fields())
                .containsEntry("dockerLabels", new MapOf(Scalar.STRING));
    }

    @Test
    void aShapeIsMadeOnce() {
        assertThat(Shapes.struct(Instance.class)).isSameAs(Shapes.struct(Instance.class));
    }

    @Test
    void everyFieldOfEveryShapeHasAType() {
        var instance = Shapes.struct(Instance.class);
        assertThat(instance.fields().values()).isNotEmpty().allSatisfy(type -> {
            if (type instanceof Struct struct) {
                assertThat(struct.fields()).isNotEmpty();
            }
        });
    }
}
