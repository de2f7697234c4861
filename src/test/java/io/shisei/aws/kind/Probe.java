package io.shisei.aws.kind;

import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;

/** Has a service read from a stubbed client, in eu-west-1 of account 111122223333, or for the account as a whole. */
public record Probe(Service service, SdkClient client) {

    /** What came of it. */
    public record Read(List<Resource> found, Map<ResourceType, Gap> unlisted) {

        public List<String> names() {
            return found.stream().map(Resource::name).toList();
        }

        public Resource only() {
            if (found.size() != 1) {
                throw new AssertionError("not one resource but " + found);
            }
            return found.getFirst();
        }

        public Gap unlistedGap() {
            return unlisted.values().iterator().next();
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

    Map<ResourceType, Gap> read(String type, Consumer<Resource> found, String... fields) {
        var wanted = service.types().stream()
                .filter(candidate -> candidate.name().equals(type))
                .findFirst()
                .orElseThrow();
        var region = wanted.scopes().contains(Scope.REGIONAL) ? "eu-west-1" : Scope.GLOBAL_REGION;
        try (var site = new Site("111122223333", "aws", region, 4, new Memory(), api -> client)) {
            return service.collect(site, Map.of(wanted, Set.of(fields)), found);
        }
    }
}
