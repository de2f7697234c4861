package io.shisei.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes by itself, such as how many tasks run, is no change of a resource: a scan writes nothing for it. */
class MovingFieldsTests {

    private static final Predicate<String> COUNTS = Pattern.compile(
                    "(running|pending|active|available|fulfilled|accepted|registered).*(count|capacity)$",
                    Pattern.CASE_INSENSITIVE)
            .asPredicate();

    static Stream<Arguments> types() {
        return Services.all().stream()
                .flatMap(service ->
                        service.types().stream().map(type -> Arguments.argumentSet(type.name(), service, type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void countsOfWhatComesAndGoesAreMoving(Service service, ResourceType type) {
        var aws = new StubAws(new RecordedAnswers(service.getClass().getPackageName()));
        var read = Probe.over(service, aws, Duration.ofSeconds(10)).whole(type);
        assertThat(read.found()).isNotEmpty().allSatisfy(MovingFieldsTests::standsStill);
    }

    private static void standsStill(Resource resource) {
        resource.document().fields().forEach((field, value) -> {
            if (!resource.type().moving().contains(field)) {
                assertThat(names(field, value)).as(field).noneMatch(COUNTS);
            }
        });
    }

    private static Stream<String> names(String name, Object value) {
        var inner = switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream().flatMap(entry -> names(entry.getKey().toString(), entry.getValue()));
            case List<?> list -> list.stream().flatMap(element -> names("", element));
            default -> Stream.<String>empty();
        };
        return Stream.concat(Stream.of(name), inner);
    }
}
