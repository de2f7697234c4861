package io.shisei.test;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticsearch.ElasticsearchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Makes the resources for which each operation of a service is needed, some good and some bad. */
public final class Seeds {

    private static final Map<String, Consumer<AwsCredentialsProvider>> BY_SERVICE = Map.of(
            "APIGateway", Seeds::stages,
            "CloudFront", Seeds::distributions,
            "EC2", Seeds::machines,
            "ECS", Seeds::taskDefinitions,
            "ES", Seeds::domains,
            "IAM", Seeds::policies,
            "RDS", Seeds::clusters,
            "S3", Seeds::buckets);

    private Seeds() {}

    /** Fills the account of {@code role}. */
    public static void sow(String service, String role) {
        Optional.ofNullable(BY_SERVICE.get(service))
                .orElseThrow(() -> new AssertionError("there are no seeds for " + service
                        + ": make resources for which each of its service's operations is called"))
                .accept(credentials(role));
    }

    private static AwsCredentialsProvider credentials(String role) {
        try (var sts = StsClient.create()) {
            var given = sts.assumeRole(assume -> assume.roleArn(role).roleSessionName("seeds"))
                    .credentials();
            return StaticCredentialsProvider.create(
                    AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken()));
        }
    }

    private static void stages(AwsCredentialsProvider credentials) {
        try (var gateway =
                ApiGatewayClient.builder().credentialsProvider(credentials).build()) {
            for (var name : new String[] {"orders", "returns"}) {
                var api = gateway.createRestApi(create -> create.name(name)).id();
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
            }
        }
    }

    private static void distributions(AwsCredentialsProvider credentials) {
        try (var cloudFront = CloudFrontClient.builder()
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(credentials)
                .build()) {
            for (var name : new String[] {"shop", "blog"}) {
                cloudFront.createDistribution(create -> create.distributionConfig(distribution(name)));
            }
        }
    }

    private static DistributionConfig distribution(String name) {
        return DistributionConfig.builder()
                .callerReference(name)
                .comment(name)
                .enabled(true)
                .webACLId(name.equals("shop") ? "11111111-2222-3333-4444-555555555555" : "")
                .origins(origins -> origins.quantity(1)
                        .items(origin -> origin.id("o")
                                .domainName("origin.example.com")
                                .customOriginConfig(custom ->
                                        custom.httpPort(80).httpsPort(443).originProtocolPolicy("https-only"))))
                .defaultCacheBehavior(cache -> cache.targetOriginId("o").viewerProtocolPolicy("https-only"))
                .build();
    }

    private static void machines(AwsCredentialsProvider credentials) {
        try (var ec2 = Ec2Client.builder().credentialsProvider(credentials).build()) {
            var image = ec2.describeImages().images().getFirst().imageId();
            ec2.runInstances(run -> run.imageId(image).minCount(1).maxCount(2));
            var list = ec2.createManagedPrefixList(prefix -> prefix.prefixListName("everyone")
                            .addressFamily("IPv4")
                            .maxEntries(1)
                            .entries(entry -> entry.cidr("0.0.0.0/0")))
                    .prefixList()
                    .prefixListId();
            var rule = IpPermission.builder().ipProtocol("tcp").fromPort(22).toPort(22);
            group(
                    ec2,
                    "listed",
                    rule.prefixListIds(prefix -> prefix.prefixListId(list)).build());
            var open = IpPermission.builder().ipProtocol("tcp").fromPort(22).toPort(22);
            group(ec2, "open", open.ipRanges(range -> range.cidrIp("0.0.0.0/0")).build());
        }
    }

    private static void group(Ec2Client ec2, String name, IpPermission rule) {
        var group = ec2.createSecurityGroup(create -> create.groupName(name).description(name))
                .groupId();
        ec2.authorizeSecurityGroupIngress(allow -> allow.groupId(group).ipPermissions(rule));
    }

    private static void taskDefinitions(AwsCredentialsProvider credentials) {
        try (var ecs = EcsClient.builder().credentialsProvider(credentials).build()) {
            for (var name : new String[] {"app", "jobs"}) {
                ecs.registerTaskDefinition(register -> register.family(name)
                        .containerDefinitions(container ->
                                container.name("c").image("i").memory(64).readonlyRootFilesystem(name.equals("app"))));
            }
        }
    }

    private static void domains(AwsCredentialsProvider credentials) {
        try (var es =
                ElasticsearchClient.builder().credentialsProvider(credentials).build()) {
            for (var name : new String[] {"logs", "search"}) {
                es.createElasticsearchDomain(create -> create.domainName(name).elasticsearchVersion("7.10"));
            }
        }
    }

    private static void policies(AwsCredentialsProvider credentials) {
        try (var iam = IamClient.builder()
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(credentials)
                .build()) {
            for (var action : new String[] {"ec2:*", "ec2:DescribeInstances"}) {
                var document =
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"*\"}]}";
                iam.createPolicy(create -> create.policyName(action.endsWith("*") ? "wide" : "narrow")
                        .policyDocument(document.formatted(action)));
            }
        }
    }

    private static void clusters(AwsCredentialsProvider credentials) {
        try (var rds = RdsClient.builder().credentialsProvider(credentials).build()) {
            // Moto has no default groups for clusters.
            rds.createDBClusterParameterGroup(create -> create.dbClusterParameterGroupName("own")
                    .dbParameterGroupFamily("aurora-postgresql12")
                    .description("own"));
            for (var name : new String[] {"orders", "stock"}) {
                rds.createDBCluster(create -> create.dbClusterIdentifier(name)
                        .engine("aurora-postgresql")
                        .dbClusterParameterGroupName("own")
                        .masterUsername("root")
                        .masterUserPassword("correct-horse"));
            }
        }
    }

    private static void buckets(AwsCredentialsProvider credentials) {
        try (var s3 = S3Client.builder()
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .build()) {
            s3.createBucket(create -> create.bucket("matrix-open"));
            s3.createBucket(create -> create.bucket("matrix-shut"));
            s3.putPublicAccessBlock(put -> put.bucket("matrix-shut")
                    .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                            .ignorePublicAcls(true)
                            .blockPublicPolicy(true)
                            .restrictPublicBuckets(true)));
        }
    }
}
