package io.shisei.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.aws.FakeAws.Reply;
import io.shisei.inventory.Resource;
import io.shisei.inventory.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** No answer that is not AWS's may pass for an empty listing. */
class ListingFaultsTest {

    private static final AwsSettings SETTINGS =
            Settings.with(Map.of("concurrency", 4, "attempt-timeout", "2s", "call-timeout", "4s", "max-attempts", 1));

    private static final Map<String, Reply> FAULTS = Map.of(
            "a proxy's page", new Reply(200, "text/html", "<html><body>Sign in</body></html>"),
            "an empty body", new Reply(200, "text/plain", ""),
            "an empty object", new Reply(200, "application/json", "{}"),
            "half an answer", new Reply(200, "text/xml", "<ListAllMyBucketsResult><Buckets>"),
            "a refusal", new Reply(403, "text/html", "<html>No</html>"),
            "a failure", new Reply(503, "text/plain", ""));

    static Stream<Arguments> everyListingAndFault() {
        try (var context = new AnnotationConfigApplicationContext("io.shisei.aws.collect")) {
            var collectors = List.copyOf(context.getBeansOfType(Collector.class).values());
            return collectors.stream()
                    .flatMap(collector -> FAULTS.keySet().stream()
                            .sorted()
                            .map(fault -> Arguments.argumentSet(collector.service() + ": " + fault, collector, fault)));
        }
    }

    static Stream<Arguments> everyListing() {
        try (var context = new AnnotationConfigApplicationContext("io.shisei.aws.collect")) {
            return List.copyOf(context.getBeansOfType(Collector.class).values()).stream()
                    .map(collector -> Arguments.argumentSet(collector.service(), collector));
        }
    }

    @ParameterizedTest
    @MethodSource("everyListing")
    void aServiceThatTakesTooLongIsCutOff(Collector collector) throws Exception {
        var settings = Settings.with(Map.of("service-timeout", "1ns"));
        var wanted =
                collector.types().stream().collect(Collectors.toMap(Function.identity(), type -> Set.<String>of()));
        var account = new Account(new Identity("111122223333", "aws"), "a", Access.DEFAULT, null, Instant.EPOCH);
        var region = collector.scope() == Scope.GLOBAL ? "global" : "eu-west-1";
        try (var aws = FakeAws.answering(request -> FAULTS.get("a failure"));
                var session = new AwsSession(
                        account, region, Map.of(collector.service(), collector), settings, new Governor(settings))) {
            var collected = session.collect(collector.service(), wanted, resource -> {});
            assertThat(collected.unlisted()).containsOnlyKeys(collector.types());
            assertThat(collected.unlisted().values())
                    .allSatisfy(gap -> assertThat(gap.error()).isEqualTo("Timeout"));
            assertThat(aws.requests()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("everyListingAndFault")
    void leavesTheTypesUnlisted(Collector collector, String fault) throws Exception {
        var wanted =
                collector.types().stream().collect(Collectors.toMap(Function.identity(), type -> Set.<String>of()));
        var account = new Account(new Identity("111122223333", "aws"), "a", Access.DEFAULT, null, Instant.EPOCH);
        var region = collector.scope() == Scope.GLOBAL ? "global" : "eu-west-1";
        List<Resource> found = Collections.synchronizedList(new ArrayList<>());
        try (var aws = FakeAws.answering(request -> FAULTS.get(fault));
                var session = new AwsSession(
                        account, region, Map.of(collector.service(), collector), SETTINGS, new Governor(SETTINGS))) {
            var collected = session.collect(collector.service(), wanted, found::add);
            assertThat(collected.unlisted().keySet()).containsExactlyInAnyOrderElementsOf(collector.types());
        }
        assertThat(found).isEmpty();
    }
}
