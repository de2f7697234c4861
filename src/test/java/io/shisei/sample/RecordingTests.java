package io.shisei.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Account;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The recording that ships with the product. */
class RecordingTests {

    static final ResourceTypes TYPES =
            new AnnotationConfigApplicationContext("io.shisei.aws").getBean(ResourceTypes.class);
    static final Recording RECORDING = new Recording(() -> Script.read("classpath:sample"), TYPES);
    private static final Account ACCOUNT =
            Account.recorded(SampleAccount.ID, "sample", RECORDING.regions(), Instant.EPOCH);

    @Test
    void hasOnlyFieldsThatAwsHas() {
        assertThat(everyDay()
                        .flatMap(resource -> Shape.misfits(
                                resource.arn(),
                                resource.document().fields(),
                                resource.type().shape()))
                        .distinct())
                .isEmpty();
    }

    @Test
    void namesTheSameResourceInArnAndDocument() {
        assertThat(everyDay().filter(resource -> !settings(resource)).filter(resource -> {
                    var id = resource.arn().replaceFirst(".*[/:](?!\\d+$)", "");
                    return resource.document().fields().values().stream()
                            .noneMatch(v -> v.toString().contains(id));
                }))
                .extracting(Resource::arn)
                .isEmpty();
    }

    @Test
    void namesTaskDefinitionsByFamilyAndRevision() {
        assertThat(read(90).stream().filter(resource -> resource.type().name().equals("AWS::ECS::TaskDefinition")))
                .isNotEmpty()
                .extracting(Resource::name)
                .allMatch(name -> name.matches("[a-z-]+:\\d+"));
    }

    @Test
    void showsEveryTypeTodayOfWhichItTells() {
        assertThat(read(90)).hasSizeBetween(140, 180);
        assertThat(read(90).stream().map(resource -> resource.type().name()).distinct())
                .containsExactlyInAnyOrderElementsOf(Script.read("classpath:sample").inventories().stream()
                        .map(Inventory::type)
                        .toList());
    }

    @Test
    void readsEachRegionOnItsOwn() {
        assertThat(read(90, "us-east-1"))
                .isNotEmpty()
                .noneMatch(resource -> resource.arn().contains("ap-northeast-1"));
    }

    @Test
    void leavesPartsOutThatNobodyWants() {
        var buckets = new ArrayList<Resource>();
        var bucket = TYPES.named("AWS::S3::Bucket").orElseThrow();
        RECORDING.today().open(ACCOUNT, "us-east-1").collect("S3", Map.of(bucket, Set.of("Name")), buckets::add);
        assertThat(buckets)
                .isNotEmpty()
                .noneMatch(found -> found.document().fields().containsKey("PublicAccessBlockConfiguration"));
    }

    @Test
    void leavesGapsWhereACallWasDenied() {
        assertThat(IntStream.rangeClosed(1, 90).filter(day -> gaps(day) > 1)).containsExactly(35, 51, 52, 53, 54);
    }

    @Test
    void leavesAGapAtTheOneResourceThatRefuses() {
        assertThat(IntStream.rangeClosed(1, 90).filter(day -> gaps(day) == 1))
                .containsExactly(83, 84, 85, 86, 87, 88, 89, 90);
        assertThat(read(90).stream().filter(found -> !found.document().gaps().isEmpty()))
                .extracting(Resource::name)
                .containsExactly("example-shop-partner-feed");
    }

    @Test
    void saysWhatCouldNotBeListed() {
        var cluster = TYPES.named("AWS::RDS::DBCluster").orElseThrow();
        var collected = RECORDING
                .asOf(35)
                .open(ACCOUNT, "ap-northeast-1")
                .collect(
                        "RDS",
                        Map.of(cluster, Set.of()),
                        found -> assertThat(found).isNull());
        assertThat(collected.unlisted().get(cluster).summary()).isEqualTo("rds:DescribeDBClusters ThrottlingException");
        assertThat(collected.calls()).isZero();
    }

    @Test
    void endsOnTheDayOfLoadingButNotLater() {
        var morning = Instant.parse("2026-03-01T23:00:00Z"); // 08:00 in Tokyo
        assertThat(RECORDING.at(90, morning)).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(RECORDING.at(90, morning.plusSeconds(3600))).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(RECORDING.at(1, morning)).isEqualTo("2025-12-02T00:00:00Z");
    }

    private static boolean settings(Resource resource) {
        return resource.arn().startsWith(ResourceType.ACCOUNT);
    }

    private static long gaps(int day) {
        return read(day).stream()
                .filter(found -> !found.document().gaps().isEmpty())
                .count();
    }

    private static Stream<Resource> everyDay() {
        return IntStream.rangeClosed(1, 90).boxed().flatMap(day -> read(day).stream());
    }

    private static List<Resource> read(int day) {
        return Stream.of("ap-northeast-1", "us-east-1", Scope.GLOBAL_REGION)
                .flatMap(region -> read(day, region).stream())
                .toList();
    }

    private static List<Resource> read(int day, String region) {
        var found = new ArrayList<Resource>();
        var wanted = TYPES.all().stream()
                .collect(Collectors.<ResourceType, ResourceType, Set<String>>toMap(
                        Function.identity(), type -> type.shape().fields().keySet()));
        RECORDING.asOf(day).open(ACCOUNT, region).collect("any", wanted, found::add);
        return found;
    }
}
