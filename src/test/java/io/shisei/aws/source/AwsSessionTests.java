package io.shisei.aws.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.FakeAws;
import io.shisei.aws.kind.FakeAws.Reply;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Service;
import io.shisei.aws.kind.Site;
import io.shisei.aws.rate.AwsSettings;
import io.shisei.aws.rate.Governor;
import io.shisei.aws.rate.Settings;
import io.shisei.inventory.ResourceType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;

class AwsSessionTests {

    private static final Api<RdsClient> RDS = Api.of(RdsClient.class, RdsClient::builder, RdsClient.serviceMetadata());

    private static final Reply NONE =
            Reply.xml(200, "<DescribeDBClustersResponse><DescribeDBClustersResult/></DescribeDBClustersResponse>");

    /** Calls RDS 20 times at once, and gives no resource. */
    private static final class Caller extends Service {

        Caller() {
            super(
                    "RDS",
                    Kind.listed(
                            "AWS::RDS::DBCluster",
                            DBCluster.class,
                            Listing.by(RDS.ask("rds:DescribeDBClusters"), Caller::call),
                            Naming.of(DBCluster::dbClusterArn, DBCluster::dbClusterIdentifier)));
        }

        private static Stream<DBCluster> call(Site site) {
            try (var threads = Executors.newCachedThreadPool()) {
                for (int i = 0; i < 20; i++) {
                    threads.submit(() -> site.client(RDS).describeDBClusters());
                }
            }
            return Stream.empty();
        }

        Map<ResourceType, Set<String>> wanted() {
            return types().stream().collect(Collectors.toMap(type -> type, type -> Set.of()));
        }
    }

    private static final Caller CALLER = new Caller();

    @Test
    void keepsToItsCeilingAndCountsRequests() throws Exception {
        try (var aws = FakeAws.answering(request -> slowly(NONE));
                var session = session("eu-west-1")) {
            assertThat(session.collect("RDS", CALLER.wanted(), resource -> {}).calls())
                    .isEqualTo(20);
            assertThat(aws.mostAtOnce()).isBetween(2, 3);
        }
    }

    @Test
    void countsRetriesToo() throws Exception {
        var asked = new AtomicInteger();
        try (var aws = FakeAws.answering(
                        request -> asked.getAndIncrement() == 0 ? Reply.xmlError(500, "InternalFailure", "x") : NONE);
                var session = session("eu-west-1")) {
            var collected = session.collect("RDS", CALLER.wanted(), resource -> {});
            assertThat(collected.calls()).isEqualTo(21);
            assertThat(collected.retries()).isOne();
            assertThat(collected.throttles()).isZero();
        }
    }

    @Test
    void countsThrottles() throws Exception {
        var asked = new AtomicInteger();
        try (var aws = FakeAws.answering(
                        request -> asked.getAndIncrement() == 0 ? Reply.xmlError(400, "Throttling", "slow") : NONE);
                var session = session("eu-west-1")) {
            var collected = session.collect("RDS", CALLER.wanted(), resource -> {});
            assertThat(collected.throttles()).isOne();
            assertThat(collected.retries()).isOne();
        }
    }

    @Test
    void asksNothingMoreWhenItsTimeIsOver() throws Exception {
        var settings = Settings.with(Map.of("concurrency", 3, "service-timeout", "1ns"));
        try (var aws = FakeAws.answering(request -> NONE);
                var session = session("aws", "eu-west-1", settings)) {
            assertThat(session.collect("RDS", CALLER.wanted(), resource -> {}).calls())
                    .isZero();
            assertThat(aws.requests()).isZero();
        }
    }

    @Test
    void givesSeatsBackAfterFailures() throws Exception {
        try (var aws = FakeAws.answering(request -> Reply.xmlError(400, "InvalidParameterValue", "x"));
                var session = session("eu-west-1")) {
            session.collect("RDS", CALLER.wanted(), resource -> {});
            assertThat(session.collect("RDS", CALLER.wanted(), resource -> {}).calls())
                    .isEqualTo(20);
        }
    }

    private static AwsSession session(String region) {
        return session("aws", region);
    }

    private static AwsSession session(String partition, String region) {
        return session(partition, region, Settings.with(Map.of("concurrency", 3, "share", 100)));
    }

    private static AwsSession session(String partition, String region, AwsSettings settings) {
        var account = new Account(new Identity("111122223333", partition), "a", Access.DEFAULT, null, Instant.EPOCH);
        return new AwsSession(account, region, Map.of("RDS", CALLER), settings, new Governor(settings));
    }

    private static Reply slowly(Reply reply) {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }
}
