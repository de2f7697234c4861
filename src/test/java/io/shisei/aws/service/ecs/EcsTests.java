package io.shisei.aws.service.ecs;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;

class EcsTests {

    private static final String TYPE = "AWS::ECS::TaskDefinition";
    private static final String ARN = "arn:aws:ecs:eu-west-1:111122223333:task-definition/";

    private final EcsClient ecs = Probe.stub(EcsClient.class);
    private final Probe probe = new Probe(new Ecs(), ecs);

    @Test
    void readsTheLatestRevisionOfEachFamilyInWhateverOrderTheyCome() {
        doAnswer(call -> call.<ListTaskDefinitionsRequest>getArgument(0).nextToken() == null
                        ? page("next", "a:9", "b:1")
                        : page(null, "a:10", "a:2"))
                .when(ecs)
                .listTaskDefinitions(any(ListTaskDefinitionsRequest.class));
        described("ACTIVE");
        assertThat(probe.read(TYPE).names()).containsExactlyInAnyOrder("a:10", "b:1");
    }

    @Test
    void givesTheDefinitionsOwnFields() {
        listed("a:1");
        described("ACTIVE");
        var definition = probe.read(TYPE).only();
        assertThat(definition.arn()).isEqualTo(ARN + "a:1");
        assertThat(definition.document().fields()).containsEntry("networkMode", "host");
    }

    @Test
    void givesTheTagsThatComeWithTheDefinition() {
        listed("a:1");
        doReturn(DescribeTaskDefinitionResponse.builder()
                        .taskDefinition(definition -> definition.status("ACTIVE"))
                        .tags(Tag.builder().key("team").value("web").build())
                        .build())
                .when(ecs)
                .describeTaskDefinition(argThat(
                        (DescribeTaskDefinitionRequest asked) -> asked.include().contains(TaskDefinitionField.TAGS)));
        assertThat(probe.read(TYPE).only())
                .returns(Map.of("team", "web"), Resource::tags)
                .returns(false, Resource::tagsUnread);
    }

    @Test
    void oneThatCouldNotBeDescribedIsThereWithAGap() {
        listed("a:1");
        doThrow(refused("AccessDeniedException"))
                .when(ecs)
                .describeTaskDefinition(any(DescribeTaskDefinitionRequest.class));
        var definition = probe.read(TYPE).only();
        assertThat(definition.arn()).isEqualTo(ARN + "a:1");
        assertThat(definition.document().gaps())
                .containsEntry(
                        Document.WHOLE, new Gap("ecs:DescribeTaskDefinition", "AccessDeniedException", "said AWS"));
        assertThat(definition.tagsUnread()).isTrue();
    }

    @Test
    void oneDeregisteredMeanwhileIsDropped() {
        listed("a:1");
        described("INACTIVE");
        assertThat(probe.read(TYPE).found()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"ACTIVE", "NEWER_THAN_THE_SDK"})
    void oneThatIsNotSaidToBeGoneStays(@Nullable String status) {
        listed("a:1");
        described(status);
        assertThat(probe.read(TYPE).names()).containsExactly("a:1");
    }

    @Test
    void withoutAllPagesTheLatestIsUnknown() {
        doReturn(page("next", "a:1"))
                .doThrow(refused("ThrottlingException"))
                .when(ecs)
                .listTaskDefinitions(any(ListTaskDefinitionsRequest.class));
        var read = probe.read(TYPE);
        assertThat(read.found()).isEmpty();
        assertThat(read.unlistedGap().summary()).isEqualTo("ecs:ListTaskDefinitions ThrottlingException");
    }

    private void listed(String... names) {
        doReturn(page(null, names)).when(ecs).listTaskDefinitions(any(ListTaskDefinitionsRequest.class));
    }

    private void described(@Nullable String status) {
        doReturn(DescribeTaskDefinitionResponse.builder()
                        .taskDefinition(definition -> definition.status(status).networkMode("host"))
                        .build())
                .when(ecs)
                .describeTaskDefinition(any(DescribeTaskDefinitionRequest.class));
    }

    private static ListTaskDefinitionsResponse page(String token, String... names) {
        return ListTaskDefinitionsResponse.builder()
                .taskDefinitionArns(Stream.of(names).map(ARN::concat).toList())
                .nextToken(token)
                .build();
    }
}
