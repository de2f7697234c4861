package io.shisei.aws.collect;

import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import io.shisei.aws.Collector;
import io.shisei.aws.Site;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;

/** Has a collector read from a stubbed client, in eu-west-1 of account 111122223333. */
record Probe(Collector collector, SdkClient client) {

    /** What came of it. */
    record Read(List<Resource> found, Map<ResourceType, Gap> unlisted) {

        List<String> names() {
            return found.stream().map(Resource::name).toList();
        }

        Resource only() {
            if (found.size() != 1) {
                throw new AssertionError("not one resource but " + found);
            }
            return found.getFirst();
        }

        Gap unlistedGap() {
            return unlisted.values().iterator().next();
        }
    }

    /** A client whose paginators and shorthands work, and whose calls are to be stubbed. */
    static <C extends SdkClient> C stub(Class<C> client) {
        return mock(client, CALLS_REAL_METHODS);
    }

    static AwsServiceException refused(String code) {
        return AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("said AWS")
                        .build())
                .message("said AWS (Service: X, Status Code: 400, Request ID: 1)")
                .build();
    }

    Read read(String type, String... fields) {
        var found = Collections.synchronizedList(new ArrayList<Resource>());
        return new Read(found, read(type, found::add, fields));
    }

    Map<ResourceType, Gap> read(String type, Consumer<Resource> found, String... fields) {
        var wanted = collector.types().stream()
                .filter(candidate -> candidate.name().equals(type))
                .findFirst()
                .orElseThrow();
        try (var site = new Site("111122223333", "aws", "eu-west-1", 4, api -> client)) {
            return collector.collect(site, Map.of(wanted, Set.of(fields)), found);
        }
    }
}
