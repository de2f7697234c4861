package io.shisei.control;

import static io.shisei.control.Emulated.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.VisibilityConfig;

/** What an emulated AWS has of the smaller services: made carelessly, judged, put right, judged again. */
class PlatformMotoIT {

    private static final String ACCOUNT = "123456789012";
    private static final String REGION = "us-east-1";

    @RegisterExtension
    static final Emulated aws = new Emulated();

    @Test
    void securityContact() {
        try (var account = AccountClient.create()) {
            assertThat(aws.verdicts("Account", "global")).containsEntry("Account.1 " + ACCOUNT, "Failed");
            account.putAlternateContact(put -> put.alternateContactType(AlternateContactType.SECURITY)
                    .emailAddress("security@example.com")
                    .name("Ann")
                    .phoneNumber("+81 3 0000 0000")
                    .title("Security"));
            assertThat(aws.verdicts("Account", "global")).containsEntry("Account.1 " + ACCOUNT, "Passed");
        }
    }

    @Test
    void trails() {
        try (var trails = CloudTrailClient.create();
                var s3 = S3Client.builder().forcePathStyle(true).build()) {
            s3.createBucket(create -> create.bucket("trail"));
            trails.createTrail(
                    create -> create.name("all").s3BucketName("trail").isMultiRegionTrail(true));
            assertThat(aws.verdicts("CloudTrail", "global")).containsEntry("CloudTrail.1 " + ACCOUNT, "Failed");
            trails.startLogging(start -> start.name("all"));
            assertThat(aws.verdicts("CloudTrail", "global")).containsEntry("CloudTrail.1 " + ACCOUNT, "Passed");
            trails.putEventSelectors(put -> put.trailName("all")
                    .eventSelectors(selector ->
                            selector.includeManagementEvents(true).readWriteType(ReadWriteType.WRITE_ONLY)));
            assertThat(aws.verdicts("CloudTrail", "global")).containsEntry("CloudTrail.1 " + ACCOUNT, "Failed");
        }
    }

    @Test
    void detectors() {
        try (var guardDuty = GuardDutyClient.create()) {
            assertThat(aws.verdicts("GuardDuty", REGION)).containsEntry("GuardDuty.1 " + ACCOUNT, "Failed");
            var detector =
                    guardDuty.createDetector(create -> create.enable(true)).detectorId();
            assertThat(aws.verdicts("GuardDuty", REGION)).containsEntry("GuardDuty.1 " + ACCOUNT, "Passed");
            guardDuty.updateDetector(update -> update.detectorId(detector).enable(false));
            assertThat(aws.verdicts("GuardDuty", REGION)).containsEntry("GuardDuty.1 " + ACCOUNT, "Failed");
        }
    }

    @Test
    void inlinePolicies() {
        try (var iam = IamClient.builder().region(Region.AWS_GLOBAL).build()) {
            iam.createGroup(create -> create.groupName("readers"));
            decrypt(iam, "*");
            assertThat(aws.verdicts("IAM", "global")).containsEntry("KMS.2 readers", "Failed");
            decrypt(iam, "arn:aws:kms:us-east-1:123456789012:key/1");
            assertThat(aws.verdicts("IAM", "global")).containsEntry("KMS.2 readers", "Passed");
        }
    }

    private static void decrypt(IamClient iam, String keys) {
        iam.putGroupPolicy(put -> put.groupName("readers").policyName("decrypt").policyDocument("""
                        {"Version": "2012-10-17", "Statement":
                          {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "%s"}}""".formatted(keys)));
    }

    @Test
    void functions() {
        try (var lambda = LambdaClient.create()) {
            var subnets = subnets();
            var role = role();
            lambda.createFunction(create -> create.functionName("resize")
                    .runtime("python3.9")
                    .role(role)
                    .handler("resize.handle")
                    .vpcConfig(vpc -> vpc.subnetIds(subnets.getFirst()).securityGroupIds(defaultGroup()))
                    .code(code -> code.zipFile(SdkBytes.fromUtf8String("resize"))));
            assertThat(aws.verdicts("Lambda", REGION))
                    .containsAllEntriesOf(all("Lambda", List.of(2, 5), "resize", "Failed"));
            lambda.updateFunctionConfiguration(update -> update.functionName("resize")
                    .runtime("python3.13")
                    .vpcConfig(vpc -> vpc.subnetIds(subnets).securityGroupIds(defaultGroup())));
            assertThat(aws.verdicts("Lambda", REGION))
                    .containsAllEntriesOf(all("Lambda", List.of(2, 5), "resize", "Passed"));
        }
    }

    private static String role() {
        try (var iam = IamClient.builder().region(Region.AWS_GLOBAL).build()) {
            return iam.createRole(create -> create.roleName("resize").assumeRolePolicyDocument("""
                                    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                                      "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}}"""))
                    .role()
                    .arn();
        }
    }

    /** Two, each in a zone of its own. */
    private static List<String> subnets() {
        try (var ec2 = Ec2Client.create()) {
            return ec2.describeSubnets().subnets().stream()
                    .map(Subnet::subnetId)
                    .limit(2)
                    .toList();
        }
    }

    private static String defaultGroup() {
        try (var ec2 = Ec2Client.create()) {
            return ec2.describeSecurityGroups().securityGroups().getFirst().groupId();
        }
    }

    @Test
    void loadBalancers() {
        try (var classic = ElasticLoadBalancingClient.create();
                var elb = ElasticLoadBalancingV2Client.create();
                var s3 = S3Client.builder().forcePathStyle(true).build()) {
            s3.createBucket(create -> create.bucket("access"));
            classic.createLoadBalancer(create -> create.loadBalancerName("old")
                    .availabilityZones("us-east-1a")
                    .listeners(listener ->
                            listener.protocol("HTTP").loadBalancerPort(80).instancePort(80)));
            var arn = elb.createLoadBalancer(create -> create.name("shop").subnets(subnets()))
                    .loadBalancers()
                    .getFirst()
                    .loadBalancerArn();
            assertThat(aws.verdicts("ELB", REGION))
                    .containsEntry("ELB.5 old", "Failed")
                    .containsEntry("ELB.5 shop", "Failed");
            classic.modifyLoadBalancerAttributes(modify -> modify.loadBalancerName("old")
                    .loadBalancerAttributes(attributes ->
                            attributes.accessLog(log -> log.enabled(true).s3BucketName("access"))));
            elb.modifyLoadBalancerAttributes(modify -> modify.loadBalancerArn(arn)
                    .attributes(
                            bucket -> bucket.key("access_logs.s3.bucket").value("access"),
                            enabled -> enabled.key("access_logs.s3.enabled").value("true")));
            assertThat(aws.verdicts("ELB", REGION))
                    .containsEntry("ELB.5 old", "Passed")
                    .containsEntry("ELB.5 shop", "Passed");
        }
    }

    @Test
    void clusters() {
        try (var redshift = RedshiftClient.create();
                var ec2 = Ec2Client.create()) {
            var group = ec2.createSecurityGroup(
                            create -> create.groupName("analysts").description("analysts"))
                    .groupId();
            redshift.createCluster(create -> create.clusterIdentifier("sales")
                    .nodeType("ra3.large")
                    .masterUsername("admin")
                    .masterUserPassword("Correct-horse-7")
                    .vpcSecurityGroupIds(group));
            assertThat(aws.verdicts("Redshift", REGION)).containsEntry("Redshift.15 sales", "Passed");
            ec2.authorizeSecurityGroupIngress(authorize -> authorize
                    .groupId(group)
                    .ipPermissions(rule -> rule.ipProtocol("tcp")
                            .fromPort(5000)
                            .toPort(6000)
                            .ipRanges(range -> range.cidrIp("0.0.0.0/0"))));
            assertThat(aws.verdicts("Redshift", REGION)).containsEntry("Redshift.15 sales", "Failed");
        }
    }

    /** Moto's secrets are as young as Moto: they are judged a hundred days later. */
    @Test
    void secrets() {
        var later = new Occasion(Instant.now().plus(Duration.ofDays(100)), ACCOUNT, "aws", REGION);
        try (var secrets = SecretsManagerClient.create()) {
            secrets.createSecret(create -> create.name("ledger").secretString("correct horse"));
            assertThat(aws.verdicts("SecretsManager", REGION)).containsEntry("SecretsManager.4 ledger", "Passed");
            assertThat(aws.verdicts("SecretsManager", REGION, later))
                    .containsEntry("SecretsManager.4 ledger", "Failed");
        }
    }

    @Test
    void webAcls() {
        try (var waf = Wafv2Client.create()) {
            var acl = waf.createWebACL(create -> create.name("shop")
                            .scope(Scope.REGIONAL)
                            .defaultAction(action -> action.allow(allow -> {}))
                            .visibilityConfig(visible()))
                    .summary();
            assertThat(aws.verdicts("WAF", REGION)).containsEntry("WAF.10 shop", "Failed");
            waf.updateWebACL(update -> update.name("shop")
                    .id(acl.id())
                    .scope(Scope.REGIONAL)
                    .lockToken(acl.lockToken())
                    .defaultAction(action -> action.allow(allow -> {}))
                    .visibilityConfig(visible())
                    .rules(fromOneCountry()));
            assertThat(aws.verdicts("WAF", REGION)).containsEntry("WAF.10 shop", "Passed");
        }
    }

    private static Rule fromOneCountry() {
        return Rule.builder()
                .name("country")
                .priority(0)
                .statement(statement -> statement.geoMatchStatement(match -> match.countryCodesWithStrings("JP")))
                .action(action -> action.block(block -> {}))
                .visibilityConfig(visible())
                .build();
    }

    private static VisibilityConfig visible() {
        return VisibilityConfig.builder()
                .sampledRequestsEnabled(false)
                .cloudWatchMetricsEnabled(false)
                .metricName("shop")
                .build();
    }
}
