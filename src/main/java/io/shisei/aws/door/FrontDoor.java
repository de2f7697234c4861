package io.shisei.aws.door;

import io.shisei.account.Access;
import io.shisei.account.AwsDoor;
import io.shisei.account.Identity;
import io.shisei.aws.door.RefusedAccess.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.sts.StsClient;

/** Asks AWS who we are and where we may read, with fresh credentials each time. */
@Component
class FrontDoor implements AwsDoor {

    // Somebody waits for the answer.
    private static final ClientOverrideConfiguration BRISK = ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(Duration.ofSeconds(10))
            .apiCallTimeout(Duration.ofSeconds(20))
            .build();

    @Override
    public Identity identify(Access access) {
        return inside(access, "sts:GetCallerIdentity", FrontDoor::identity);
    }

    @Override
    public List<String> enabledRegions(Access access) {
        return inside(access, "ec2:DescribeRegions", FrontDoor::regions);
    }

    @Override
    public String principal() {
        return inside(Access.DEFAULT, "sts:GetCallerIdentity", FrontDoor::caller);
    }

    private static <T> T inside(Access access, String action, Function<Wiring, T> question) {
        return inside(access, BRISK, wiring -> ask(Attempt.of(action), wiring.region(), () -> question.apply(wiring)));
    }

    /** Does {@code errand} with fresh credentials. */
    static <T> T inside(Access access, ClientOverrideConfiguration manner, Function<Wiring, T> errand) {
        var role = access.roleArn();
        var home = role == null ? Partitions.home() : Partitions.home(Partitions.ofArn(role));
        try (var http = ApacheHttpClient.create();
                var credentials = Credentials.of(access, home, http, manner)) {
            if (role != null) {
                ask(Attempt.assuming(access), home, credentials.provider()::resolveCredentials);
            }
            return errand.apply(new Wiring(credentials.provider(), home, http, manner));
        }
    }

    private static <T> T ask(Attempt tried, Region home, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw RefusedAccess.of(tried, home, e);
        }
    }

    private static Identity identity(Wiring wiring) {
        try (var sts = wiring.wire(StsClient.builder()).build()) {
            var caller = sts.getCallerIdentity();
            return new Identity(caller.account(), Partitions.ofArn(caller.arn()));
        }
    }

    private static String caller(Wiring wiring) {
        try (var sts = wiring.wire(StsClient.builder()).build()) {
            return principal(sts.getCallerIdentity().arn());
        }
    }

    /** A session of a role is nobody that lasts: trust is put in the role, whose path the session does not tell. */
    static String principal(String arn) {
        return arn.replaceFirst("^(arn:[^:]+):sts::(\\d+):assumed-role/([^/]+)/.*$", "$1:iam::$2:role/$3");
    }

    private static List<String> regions(Wiring wiring) {
        var enabled = Filter.builder()
                .name("opt-in-status")
                .values("opt-in-not-required", "opted-in")
                .build();
        try (var ec2 = wiring.wire(Ec2Client.builder()).build()) {
            return ec2.describeRegions(request -> request.filters(enabled)).regions().stream()
                    .filter(region -> !"not-opted-in".equals(region.optInStatus()))
                    .map(region -> region.regionName())
                    // Emulators tell the regions of all partitions.
                    .filter(region -> Partitions.of(region)
                            .equals(Partitions.of(wiring.region().id())))
                    .sorted()
                    .toList();
        }
    }
}
