package io.shisei.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.inventory.Resource;
import io.shisei.inventory.Scope;
import io.shisei.test.Moto;
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
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticsearch.ElasticsearchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Collects over the wire what was made in an emulated account. */
class MotoCollectIT {

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
        var door = context.getBean(FrontDoor.class);
        var identity = new Identity("123456789012", "aws");
        assertThat(door.identify(Access.DEFAULT)).isEqualTo(identity);
        assertThat(door.identify(role())).isEqualTo(identity);
        assertThat(door.enabledRegions(role()))
                .contains("us-east-1", "eu-west-1")
                .doesNotContain("cn-north-1");
    }

    @Test
    void anEmptyAccountIsListedCompletely() {
        for (var collector : context.getBeansOfType(Collector.class).values()) {
            var region = collector.scope() == Scope.GLOBAL ? "global" : "ap-northeast-1";
            assertThat(read(collector.service(), region).keySet()).allMatch(arn -> arn.contains("security-group"));
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
    void readsInstancesAndSecurityGroupsWithTheirPrefixLists() {
        try (var ec2 = Ec2Client.create()) {
            var image = ec2.describeImages().images().getFirst().imageId();
            ec2.runInstances(run -> run.imageId(image).minCount(1).maxCount(1));
            var list = ec2.createManagedPrefixList(prefix -> prefix.prefixListName("everyone")
                            .addressFamily("IPv4")
                            .maxEntries(1)
                            .entries(entry -> entry.cidr("0.0.0.0/0")))
                    .prefixList()
                    .prefixListId();
            var group = ec2.createSecurityGroup(
                            create -> create.groupName("web").description("web"))
                    .groupId();
            ec2.authorizeSecurityGroupIngress(allow -> allow.groupId(group)
                    .ipPermissions(permission -> permission
                            .ipProtocol("tcp")
                            .fromPort(443)
                            .toPort(443)
                            .prefixListIds(prefix -> prefix.prefixListId(list))));
            var found = read("EC2", "us-east-1");
            assertThat(found.keySet()).anyMatch(arn -> arn.contains(":instance/i-"));
            assertThat(fields(found, "arn:aws:ec2:us-east-1:123456789012:security-group/" + group))
                    .extractingByKey("ManagedPrefixListEntries")
                    .asString()
                    .contains(list, "Cidr=0.0.0.0/0");
        }
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
        try (var gateway = ApiGatewayClient.create()) {
            var api = gateway.createRestApi(create -> create.name("orders")).id();
            var root = gateway.getResources(get -> get.restApiId(api))
                    .items()
                    .getFirst()
                    .id();
            gateway.putMethod(method ->
                    method.restApiId(api).resourceId(root).httpMethod("GET").authorizationType("NONE"));
            gateway.putIntegration(integration -> integration
                    .restApiId(api)
                    .resourceId(root)
                    .httpMethod("GET")
                    .type(IntegrationType.MOCK));
            gateway.createDeployment(deployment -> deployment.restApiId(api).stageName("live"));
            assertThat(read("APIGateway", "us-east-1"))
                    .containsOnlyKeys("arn:aws:apigateway:us-east-1::/restapis/" + api + "/stages/live");
        }
    }

    @Test
    void readsDistributionsAndPoliciesOncePerAccount() {
        try (var cloudFront =
                        CloudFrontClient.builder().region(Region.AWS_GLOBAL).build();
                var iam = IamClient.builder().region(Region.AWS_GLOBAL).build()) {
            var distribution = cloudFront.createDistribution(create -> create.distributionConfig(bareDistribution()));
            var arn = distribution.distribution().arn();
            assertThat(fields(read("CloudFront", "global"), arn)).containsKey("DistributionConfig");
            var policy =
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ec2:*\",\"Resource\":\"*\"}]}";
            iam.createPolicy(create -> create.policyName("wide").policyDocument(policy));
            assertThat(fields(read("IAM", "global"), "arn:aws:iam::123456789012:policy/wide"))
                    .extractingByKey("PolicyVersionList")
                    .asString()
                    .contains("\"Action\":\"ec2:*\"");
        }
    }

    @Test
    void readsDomainsAndClusters() {
        try (var es = ElasticsearchClient.create();
                var rds = RdsClient.create()) {
            for (int i = 0; i < 6; i++) {
                var name = "domain-" + i;
                es.createElasticsearchDomain(create -> create.domainName(name).elasticsearchVersion("7.10"));
            }
            rds.createDBCluster(create -> create.dbClusterIdentifier("orders")
                    .engine("aurora-postgresql")
                    .masterUsername("root")
                    .masterUserPassword("correct-horse"));
        }
        assertThat(read("ES", "us-east-1")).hasSize(6).containsKey("arn:aws:es:us-east-1:123456789012:domain/domain-5");
        assertThat(read("RDS", "us-east-1")).containsOnlyKeys("arn:aws:rds:us-east-1:123456789012:cluster:orders");
    }

    private static Map<String, Resource> read(String service, String region) {
        var collector = context.getBeansOfType(Collector.class).values().stream()
                .filter(candidate -> candidate.service().equals(service))
                .findFirst()
                .orElseThrow();
        var everything = collector.types().stream()
                .collect(Collectors.toMap(
                        Function.identity(), type -> type.shape().fields().keySet()));
        List<Resource> found = Collections.synchronizedList(new ArrayList<>());
        try (var session = context.getBean(AwsSource.class).open(account(), region)) {
            var collected = session.collect(service, everything, found::add);
            assertThat(collected.unlisted()).isEmpty();
            assertThat(collected.calls()).isPositive();
        }
        assertThat(found)
                .allSatisfy(resource -> assertThat(resource.document().gaps()).isEmpty());
        return found.stream().collect(Collectors.toMap(Resource::arn, Function.identity()));
    }

    private static Map<String, Object> fields(Map<String, Resource> found, String arn) {
        assertThat(found).containsKey(arn);
        return found.get(arn).document().fields();
    }

    private static Account account() {
        return new Account(new Identity("123456789012", "aws"), "moto", role(), null, Instant.EPOCH);
    }

    private static Access role() {
        return new Access("arn:aws:iam::123456789012:role/shisei", "an-external-id");
    }

    private static DistributionConfig bareDistribution() {
        return DistributionConfig.builder()
                .callerReference("r")
                .comment("c")
                .enabled(true)
                .origins(origins -> origins.quantity(1)
                        .items(origin -> origin.id("o")
                                .domainName("origin.example.com")
                                .customOriginConfig(custom ->
                                        custom.httpPort(80).httpsPort(443).originProtocolPolicy("https-only"))))
                .defaultCacheBehavior(cache -> cache.targetOriginId("o").viewerProtocolPolicy("https-only"))
                .build();
    }
}
