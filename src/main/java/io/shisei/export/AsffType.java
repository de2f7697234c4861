package io.shisei.export;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What ASFF calls a resource; its words are those of {@code ResourceDetails} in Security Hub's API. */
final class AsffType {

    static final Set<String> NAMES = Set.of("""
            AwsAmazonMqBroker AwsApiGatewayRestApi AwsApiGatewayStage AwsApiGatewayV2Api AwsApiGatewayV2Stage
            AwsAppSyncGraphQlApi AwsAthenaWorkGroup AwsAutoScalingAutoScalingGroup AwsAutoScalingLaunchConfiguration
            AwsBackupBackupPlan AwsBackupBackupVault AwsBackupRecoveryPoint AwsCertificateManagerCertificate
            AwsCloudFormationStack AwsCloudFrontDistribution AwsCloudTrailTrail AwsCloudWatchAlarm AwsCodeBuildProject
            AwsDmsEndpoint AwsDmsReplicationInstance AwsDmsReplicationTask AwsDynamoDbTable AwsEc2ClientVpnEndpoint
            AwsEc2Eip AwsEc2Instance AwsEc2LaunchTemplate AwsEc2NetworkAcl AwsEc2NetworkInterface AwsEc2RouteTable
            AwsEc2SecurityGroup AwsEc2Subnet AwsEc2TransitGateway AwsEc2Volume AwsEc2Vpc AwsEc2VpcEndpointService
            AwsEc2VpcPeeringConnection AwsEc2VpnConnection AwsEcrContainerImage AwsEcrRepository AwsEcsCluster
            AwsEcsContainer AwsEcsService AwsEcsTask AwsEcsTaskDefinition AwsEfsAccessPoint AwsEksCluster
            AwsElasticBeanstalkEnvironment AwsElasticsearchDomain AwsElbLoadBalancer AwsElbv2LoadBalancer
            AwsEventSchemasRegistry AwsEventsEndpoint AwsEventsEventbus AwsGuardDutyDetector AwsIamAccessKey AwsIamGroup
            AwsIamPolicy AwsIamRole AwsIamUser AwsKinesisStream AwsKmsKey AwsLambdaFunction AwsLambdaLayerVersion
            AwsMskCluster AwsNetworkFirewallFirewall AwsNetworkFirewallFirewallPolicy AwsNetworkFirewallRuleGroup
            AwsOpenSearchServiceDomain AwsRdsDbCluster AwsRdsDbClusterSnapshot AwsRdsDbInstance AwsRdsDbSecurityGroup
            AwsRdsDbSnapshot AwsRdsEventSubscription AwsRedshiftCluster AwsRoute53HostedZone AwsS3AccessPoint
            AwsS3AccountPublicAccessBlock AwsS3Bucket AwsS3Object AwsSageMakerNotebookInstance AwsSecretsManagerSecret
            AwsSnsTopic AwsSqsQueue AwsSsmPatchCompliance AwsStepFunctionStateMachine AwsWafRateBasedRule
            AwsWafRegionalRateBasedRule AwsWafRegionalRule AwsWafRegionalRuleGroup AwsWafRegionalWebAcl AwsWafRule
            AwsWafRuleGroup AwsWafWebAcl AwsWafv2RuleGroup AwsWafv2WebAcl AwsXrayEncryptionConfig
            """.strip().split("\\s+"));

    /** Those that are called otherwise than their type in CloudFormation. */
    private static final Map<String, String> RENAMED = Map.of(
            "AWS::ElasticLoadBalancing::LoadBalancer", "AwsElbLoadBalancer",
            "AWS::ElasticLoadBalancingV2::LoadBalancer", "AwsElbv2LoadBalancer",
            "AWS::IAM::ManagedPolicy", "AwsIamPolicy",
            "AWS::OpenSearch::Domain", "AwsOpenSearchServiceDomain",
            "AWS::OpenSearchService::Domain", "AwsOpenSearchServiceDomain",
            "AWS::StepFunctions::StateMachine", "AwsStepFunctionStateMachine");

    private static final Map<String, String> BY_LETTERS =
            NAMES.stream().collect(toUnmodifiableMap(AsffType::letters, Function.identity()));

    private static final String ACCOUNT = "AWS::::Account:";

    private AsffType() {}

    /** {@code AwsEc2Vpc} for {@code AWS::EC2::VPC}; {@code Other} for what Security Hub has no word for. */
    static String of(String type, String arn) {
        if (arn.startsWith(ACCOUNT)) {
            return "AwsAccount";
        }
        var renamed = RENAMED.get(type);
        return renamed == null ? BY_LETTERS.getOrDefault(letters(type), "Other") : renamed;
    }

    private static String letters(String name) {
        return name.replace("::", "").toLowerCase(Locale.ROOT);
    }
}
