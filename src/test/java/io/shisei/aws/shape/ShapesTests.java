package io.shisei.aws.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigateway.model.Stage;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceState;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.elasticsearch.model.ElasticsearchDomainStatus;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.s3.model.Bucket;

class ShapesTests {

    @Test
    void namesAreAwssOwn() {
        assertThat(Shapes.struct(SecurityGroup.class).name()).isEqualTo("ec2.SecurityGroup");
        assertThat(Shapes.struct(SecurityGroup.class).fields()).containsEntry("GroupId", Scalar.STRING);
        assertThat(Shapes.struct(TaskDefinition.class).fields()).containsEntry("taskRoleArn", Scalar.STRING);
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
    void enumerationsAreToldByTheGetters() {
        assertThat(Shapes.struct(InstanceState.class).fields().get("Name"))
                .isInstanceOfSatisfying(Words.class, words -> {
                    assertThat(words.name()).isEqualTo("ec2.InstanceStateName");
                    assertThat(words.known()).contains("running", "stopped").doesNotContain("stoped", "null");
                });
        assertThat(Shapes.struct(TaskDefinition.class).fields())
                .containsEntry("compatibilities", new ListOf(new Words("ecs.Compatibility", Set::of)));
        assertThat(Shapes.struct(GetAccountSummaryResponse.class).fields())
                .containsEntry("SummaryMap", new MapOf(new Words("iam.SummaryKeyType", Set::of), Scalar.INT));
    }

    /** Where the SDK generated a getter for the plain texts of an enumeration, there is one. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                Instance.class,
                SecurityGroup.class,
                DistributionConfig.class,
                TaskDefinition.class,
                DBCluster.class,
                DBInstance.class,
                ElasticsearchDomainStatus.class,
                Stage.class,
                ManagedPolicyDetail.class,
                Bucket.class
            })
    void noEnumerationIsMissed(Class<? extends SdkPojo> root) throws Exception {
        for (var shape : reachable(root)) {
            var getters = Stream.of(shape.getMethods())
                    .filter(method -> method.getName().matches(".*AsStrings?") && method.getParameterCount() == 0)
                    .count();
            assertThat(Shapes.struct(shape).fields().values().stream().filter(ShapesTests::holdsWords))
                    .as(shape.getName())
                    .hasSize((int) getters);
        }
    }

    /** The names are told by class files; the SDK's fields know them, too. */
    @ParameterizedTest
    @ValueSource(
            classes = {Instance.class, DistributionConfig.class, TaskDefinition.class, DBInstance.class, Bucket.class})
    void noMemberIsMissed(Class<? extends SdkPojo> root) throws Exception {
        for (var shape : reachable(root)) {
            var blank = (SdkPojo) shape.getMethod("builder").invoke(null);
            assertThat(Shapes.struct(shape).fields().keySet())
                    .as(shape.getName())
                    .containsExactlyElementsOf(
                            blank.sdkFields().stream().map(SdkField::memberName).toList());
        }
    }

    private static boolean holdsWords(FieldType type) {
        return switch (type) {
            case Words ignored -> true;
            case ListOf list -> holdsWords(list.element());
            case MapOf map -> holdsWords(map.key()) || holdsWords(map.value());
            default -> false;
        };
    }

    /** The shapes that one leads to, found as the types of getters. */
    private static Set<Class<? extends SdkPojo>> reachable(Class<? extends SdkPojo> root) {
        var found = new LinkedHashSet<Class<? extends SdkPojo>>();
        var open = new ArrayDeque<Type>(List.of(root));
        while (!open.isEmpty()) {
            var type = open.pop();
            if (type instanceof ParameterizedType generic) {
                open.addAll(List.of(generic.getActualTypeArguments()));
            } else if (type instanceof Class<?> model
                    && SdkPojo.class.isAssignableFrom(model)
                    && !model.isInterface()
                    && found.add(model.asSubclass(SdkPojo.class))) {
                Stream.of(model.getDeclaredMethods())
                        .filter(method -> method.getParameterCount() == 0
                                && !method.getName().equals("toBuilder"))
                        .forEach(method -> open.add(method.getGenericReturnType()));
            }
        }
        return found;
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
