package io.shisei.aws.kind;

import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import io.shisei.aws.door.Wiring;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Has a service read from stubbed clients, in eu-west-1 of account 111122223333, or for the account as a whole. */
public record Probe(Service service, Function<Api<?>, SdkClient> clients) {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("probe-timer-", 0).factory());

    public Probe(Service service, SdkClient client) {
        this(service, api -> client);
    }

    /** Reads over {@code aws}; what fails, or takes longer than {@code patience}, is tried three times without a pause. */
    public static Probe over(Service service, StubAws aws, Duration patience) {
        var overrides = ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(3)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .circuitBreakerEnabled(false)
                        .build())
                .apiCallAttemptTimeout(patience)
                .scheduledExecutorService(TIMER)
                .addExecutionInterceptor(aws)
                .build();
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing"));
        return new Probe(service, api -> api.open(new Wiring(credentials, Region.EU_WEST_1, aws, overrides)));
    }

    /** Reads all that can be read of {@code type}. */
    public Read whole(ResourceType type) {
        return read(type.name(), type.parts().keySet().toArray(String[]::new));
    }

    /** What came of it; the resources by their ARNs, since they are read side by side and come in any order. */
    public record Read(List<Resource> found, Service.Lack lack) {

        public Read {
            found = found.stream().sorted(Comparator.comparing(Resource::arn)).toList();
        }

        public List<String> names() {
            return found.stream().map(Resource::name).toList();
        }

        public Resource only() {
            if (found.size() != 1) {
                throw new AssertionError("not one resource but " + found);
            }
            return found.getFirst();
        }

        public Map<ResourceType, Gap> unlisted() {
            return lack.unlisted();
        }

        public Gap unlistedGap() {
            return unlisted().values().iterator().next();
        }
    }

    /** A client whose paginators and shorthands work, and whose calls are to be stubbed. */
    public static <C extends SdkClient> C stub(Class<C> client) {
        return mock(client, CALLS_REAL_METHODS);
    }

    public static AwsServiceException refused(String code) {
        return AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("said AWS")
                        .build())
                .message("said AWS (Service: X, Status Code: 400, Request ID: 1)")
                .build();
    }

    public Read read(String type, String... fields) {
        var found = Collections.synchronizedList(new ArrayList<Resource>());
        return new Read(found, read(type, found::add, fields));
    }

    /** A region that reads {@code type}. */
    public static String region(ResourceType type) {
        return type.scopes().contains(Scope.REGIONAL) ? "eu-west-1" : Scope.GLOBAL_REGION;
    }

    Service.Lack read(String type, Consumer<Resource> found, String... fields) {
        var wanted = service.types().stream()
                .filter(candidate -> candidate.name().equals(type))
                .findFirst()
                .orElseThrow();
        try (var site = site(wanted)) {
            return service.collect(site, Map.of(wanted, Set.of(fields)), found);
        }
    }

    /** Reads all that can be read of the one resource of {@code type} that has this ARN. */
    public Read reread(ResourceType type, String arn) {
        var found = Collections.synchronizedList(new ArrayList<Resource>());
        try (var site = site(type)) {
            return new Read(found, service.reread(site, type, type.parts().keySet(), arn, found::add));
        }
    }

    private Site site(ResourceType type) {
        return new Site("111122223333", "aws", region(type), 4, new Memory(), (api, region) -> clients.apply(api));
    }
}
