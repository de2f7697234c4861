package io.shisei.aws.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.AwsDoor;
import io.shisei.account.Identity;
import io.shisei.aws.kind.Service;
import io.shisei.inventory.Resource;
import io.shisei.inventory.Scope;
import io.shisei.test.Moto;
import io.shisei.test.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticsearch.ElasticsearchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Collects over the wire what was made in an emulated account. */
class MotoCollectIT {

    private static final String ROLE = "arn:aws:iam::123456789012:role/shisei";

    private static Moto moto;
    private static AnnotationConfigApplicationContext context;

    @BeforeAll
    static void start() {
        moto = Moto.start();
        context = new AnnotationConfigApplicationContext("io.shisei.aws");
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
            moto.close();
        }
    }

    @BeforeEach
    void forget() {
        moto.reset();
    }

    @Test
    void entersWithItsOwnCredentialsOrThroughARole() {
        var door = context.getBean(AwsDoor.class);
        var identity = new Identity("123456789012", "aws");
        assertThat(door.identify(Access.DEFAULT)).isEqualTo(identity);
        assertThat(door.identify(role())).isEqualTo(identity);
        assertThat(door.enabledRegions(role()))
                .contains("us-east-1", "eu-west-1")
                .doesNotContain("cn-north-1");
    }

    @Test
    void anEmptyAccountIsListedCompletely() {
        for (var service : context.getBeansOfType(Service.class).values()) {
            if (service.types().stream().allMatch(type -> Moto.UNANSWERED_TYPES.contains(type.name()))) {
                continue;
            }
            var region = service.types().getFirst().scopes().contains(Scope.REGIONAL) ? "ap-northeast-1" : "global";
            assertThat(read(service.name(), region).keySet())
                    .allMatch(
                            arn -> arn.matches("arn:.*:(network-acl|security-group|subnet|vpc)/.*|AWS::::Account:.*"));
        }
    }

    @Test
    void readsBucketsInTheirOwnRegion() {
        try (var s3 =
                S3Client.builder().region(Region.EU_WEST_1).forcePathStyle(true).build()) {
            s3.createBucket(bucket ->
                    bucket.bucket("shut").createBucketConfiguration(where -> where.locationConstraint("eu-west-1")));
            s3.createBucket(bucket ->
                    bucket.bucket("unset").createBucketConfiguration(where -> where.locationConstraint("eu-west-1")));
            s3.putPublicAccessBlock(block ->
                    block.bucket("shut").publicAccessBlockConfiguration(settings -> settings.blockPublicAcls(true)));
        }
        var found = read("S3", "eu-west-1");
        assertThat(found).containsOnlyKeys("arn:aws:s3:::shut", "arn:aws:s3:::unset");
        assertThat(fields(found, "arn:aws:s3:::shut")).containsKey("PublicAccessBlockConfiguration");
        assertThat(fields(found, "arn:aws:s3:::unset")).doesNotContainKey("PublicAccessBlockConfiguration");
        assertThat(read("S3", "us-east-1")).isEmpty();
    }

    @Test
    void readsTheTagsOfWhatIsListedWithoutThem() {
        try (var ec2 = Ec2Client.create();
                var elb = ElasticLoadBalancingV2Client.create()) {
            var subnets = ec2.describeSubnets().subnets().stream()
                    .map(Subnet::subnetId)
                    .limit(2)
                    .toList();
            elb.createLoadBalancer(create -> create.name("tagged")
                    .subnets(subnets)
                    .tags(Tag.builder().key("env").value("prod").build()));
            elb.createLoadBalancer(create -> create.name("bare").subnets(subnets));
        }
        assertThat(read("ELB", "us-east-1").values())
                .noneMatch(Resource::tagsUnread)
                .extracting(balancer -> balancer.name() + " " + balancer.tags())
                .containsExactlyInAnyOrder("tagged {env=prod}", "bare {}");
    }

    @Test
    void readsInstancesAndSecurityGroupsWithTheirPrefixLists() {
        Seeds.sow("EC2", ROLE);
        var found = read("EC2", "us-east-1");
        assertThat(found.keySet()).anyMatch(arn -> arn.contains(":instance/i-"));
        assertThat(found.values())
                .anySatisfy(group -> assertThat(group.document().fields())
                        .extractingByKey("ManagedPrefixListEntries")
                        .asString()
                        .containsPattern("pl-\\w+=.*Cidr=0\\.0\\.0\\.0/0"));
    }

    @Test
    void readsTheLatestTaskDefinitions() {
        try (var ecs = EcsClient.create()) {
            for (int revision = 0; revision < 2; revision++) {
                ecs.registerTaskDefinition(register -> register.family("app")
                        .containerDefinitions(
                                container -> container.name("c").image("i").memory(64)));
            }
        }
        assertThat(read("ECS", "us-east-1"))
                .containsOnlyKeys("arn:aws:ecs:us-east-1:123456789012:task-definition/app:2");
    }

    @Test
    void readsStages() {
        Seeds.sow("APIGateway", ROLE);
        assertThat(read("APIGateway", "us-east-1").keySet())
                .hasSize(2)
                .allMatch(arn -> arn.matches("arn:aws:apigateway:us-east-1::/restapis/\\w+/stages/live"));
    }

    @Test
    void readsDistributionsAndPoliciesOncePerAccount() {
        Seeds.sow("CloudFront", ROLE);
        Seeds.sow("IAM", ROLE);
        assertThat(read("CloudFront", "global").values())
                .hasSize(2)
                .allSatisfy(distribution ->
                        assertThat(distribution.document().fields()).containsKey("DistributionConfig"));
        assertThat(fields(read("IAM", "global"), "arn:aws:iam::123456789012:policy/wide"))
                .extractingByKey("PolicyVersionList")
                .asString()
                .contains("\"Action\":\"ec2:*\"");
    }

    /** Moto tells by the region of a signature whose partition is meant. */
    @Test
    void readsPoliciesOnceInChinaToo() {
        try (var iam = IamClient.builder().region(Region.CN_NORTHWEST_1).build()) {
            iam.createPolicy(create -> create.policyName("wide").policyDocument("""
                    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}]}"""));
        }
        var china = new Account(new Identity("123456789012", "aws-cn"), "moto", Access.DEFAULT, null, Instant.EPOCH);
        assertThat(read(china, "IAM", "global")).containsKey("arn:aws-cn:iam::123456789012:policy/wide");
    }

    @Test
    void readsDomainsInBatches() {
        try (var es = ElasticsearchClient.create()) {
            for (int i = 0; i < 6; i++) {
                var name = "domain-" + i;
                es.createElasticsearchDomain(create -> create.domainName(name).elasticsearchVersion("7.10"));
            }
        }
        assertThat(read("ES", "us-east-1")).hasSize(6).containsKey("arn:aws:es:us-east-1:123456789012:domain/domain-5");
    }

    @Test
    void readsClusters() {
        Seeds.sow("RDS", ROLE);
        assertThat(read("RDS", "us-east-1"))
                .containsKeys(
                        "arn:aws:rds:us-east-1:123456789012:cluster:orders",
                        "arn:aws:rds:us-east-1:123456789012:cluster:stock");
    }

    private static Map<String, Resource> read(String service, String region) {
        return read(account(), service, region);
    }

    private static Map<String, Resource> read(Account account, String service, String region) {
        var read = context.getBeansOfType(Service.class).values().stream()
                .filter(candidate -> candidate.name().equals(service))
                .findFirst()
                .orElseThrow();
        var everything = read.types().stream()
                .filter(type -> !Moto.UNANSWERED_TYPES.contains(type.name()))
                .collect(Collectors.toMap(
                        Function.identity(), type -> type.shape().fields().keySet()));
        List<Resource> found = Collections.synchronizedList(new ArrayList<>());
        try (var session = context.getBean(AwsSource.class).open(account, region)) {
            var collected = session.collect(service, everything, found::add);
            assertThat(collected.unlisted()).isEmpty();
            assertThat(collected.calls()).isPositive();
        }
        assertThat(found)
                .allSatisfy(resource -> assertThat(resource.document().gaps()).isEmpty());
        // Settings of the account are all called after it.
        return found.stream().collect(Collectors.toMap(Resource::arn, Function.identity(), (one, other) -> one));
    }

    private static Map<String, Object> fields(Map<String, Resource> found, String arn) {
        assertThat(found).containsKey(arn);
        return found.get(arn).document().fields();
    }

    private static Account account() {
        return new Account(new Identity("123456789012", "aws"), "moto", role(), null, Instant.EPOCH);
    }

    private static Access role() {
        return new Access(ROLE, "an-external-id");
    }
}
