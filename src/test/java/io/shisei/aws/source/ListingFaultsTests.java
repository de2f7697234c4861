package io.shisei.aws.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.aws.kind.FakeAws;
import io.shisei.aws.kind.FakeAws.Reply;
import io.shisei.aws.kind.Probe;
import io.shisei.aws.kind.Service;
import io.shisei.aws.kind.Services;
import io.shisei.aws.rate.AwsSettings;
import io.shisei.aws.rate.Governor;
import io.shisei.aws.rate.Settings;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
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

/** No answer that is not AWS's may pass for an empty listing. */
class ListingFaultsTests {

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
        return Services.all().stream()
                .filter(service -> !listed(service).isEmpty())
                .flatMap(service -> FAULTS.keySet().stream()
                        .sorted()
                        .map(fault -> Arguments.argumentSet(service.name() + ": " + fault, service, fault)));
    }

    static Stream<Arguments> everyListing() {
        return Services.all().stream()
                .filter(service -> !listed(service).isEmpty())
                .map(service -> Arguments.argumentSet(service.name(), service));
    }

    @ParameterizedTest
    @MethodSource("everyListing")
    void aServiceThatTakesTooLongIsCutOff(Service service) throws Exception {
        var settings = Settings.with(Map.of("service-timeout", "1ns"));
        var listed = listed(service);
        var wanted = listed.stream().collect(Collectors.toMap(Function.identity(), type -> Set.<String>of()));
        var account = new Account(new Identity("111122223333", "aws"), "a", Access.DEFAULT, null, Instant.EPOCH);
        var region = Probe.region(listed.getFirst());
        try (var aws = FakeAws.answering(request -> FAULTS.get("a failure"));
                var session = new AwsSession(
                        account, region, Map.of(service.name(), service), settings, new Governor(settings))) {
            var collected = session.collect(service.name(), wanted, resource -> {});
            assertThat(collected.unlisted()).containsOnlyKeys(listed);
            assertThat(collected.unlisted().values())
                    .allSatisfy(gap -> assertThat(gap.error()).isEqualTo("Timeout"));
            assertThat(aws.requests()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("everyListingAndFault")
    void leavesTheTypesUnlisted(Service service, String fault) throws Exception {
        var listed = listed(service);
        var wanted = listed.stream().collect(Collectors.toMap(Function.identity(), type -> Set.<String>of()));
        var account = new Account(new Identity("111122223333", "aws"), "a", Access.DEFAULT, null, Instant.EPOCH);
        var region = Probe.region(listed.getFirst());
        List<Resource> found = Collections.synchronizedList(new ArrayList<>());
        try (var aws = FakeAws.answering(request -> FAULTS.get(fault));
                var session = new AwsSession(
                        account, region, Map.of(service.name(), service), SETTINGS, new Governor(SETTINGS))) {
            var collected = session.collect(service.name(), wanted, found::add);
            assertThat(collected.unlisted().keySet()).containsExactlyInAnyOrderElementsOf(listed);
        }
        assertThat(found).isEmpty();
    }

    /** The types of one scope of which resources are listed. */
    private static List<ResourceType> listed(Service service) {
        var listed = service.types().stream()
                .filter(type -> !type.listing().isEmpty())
                .toList();
        return listed.stream()
                .filter(type -> type.scopes().containsAll(listed.getFirst().scopes()))
                .toList();
    }
}
