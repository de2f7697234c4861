package io.shisei.aws.door;

import io.shisei.account.Access;
import io.shisei.account.AwsDoor;
import io.shisei.account.organization.OrganizationDoor;
import io.shisei.account.organization.OrganizationListing;
import java.time.Duration;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** Asks AWS Organizations, from the management account or a delegated administrator. */
@Component
class OrganizationOffice implements OrganizationDoor {

    // AWS allows few calls a second here, so the answer may be long in coming.
    private static final ClientOverrideConfiguration PATIENT = ClientOverrideConfiguration.builder()
            .retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                    .maxAttempts(8)
                    .build())
            .apiCallAttemptTimeout(Duration.ofSeconds(20))
            .apiCallTimeout(Duration.ofMinutes(1))
            .build();

    private final AwsDoor door;

    OrganizationOffice(AwsDoor door) {
        this.door = door;
    }

    @Override
    public OrganizationListing list(Access access) {
        var identity = door.identify(access);
        var region = Partitions.global(identity.partition());
        return FrontDoor.inside(access, PATIENT, wiring -> {
            var home = wiring.in(Partitions.capital(identity.partition()));
            try (var client = home.wire(OrganizationsClient.builder()).build()) {
                return new Directory(client, region).list(identity);
            }
        });
    }
}
