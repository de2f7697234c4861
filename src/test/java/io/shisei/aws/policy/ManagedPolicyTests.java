package io.shisei.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.Services;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What AWS's managed policies for reading do not allow of what we call. */
class ManagedPolicyTests {

    /**
     * The paths below these that we call (stages, resources with their methods, routes, integrations) SecurityAudit and
     * ViewOnlyAccess name each by itself.
     */
    private static final List<String> BELOW_APIS =
            List.of("apigateway:GET apigateway:*::/apis/*", "apigateway:GET apigateway:*::/restapis/*");

    private final IamPolicy policy = new IamPolicy(Services.all());

    /** Of directory buckets it has the policy and the encryption only. */
    @Test
    void securityAuditAllowsAllButTheLifecycleOfDirectoryBuckets() throws IOException {
        assertThat(missing("SecurityAudit"))
                .containsExactlyInAnyOrderElementsOf(and(BELOW_APIS, "s3express:GetLifecycleConfiguration"));
    }

    /** It lists what there is, and shows little of how it is set. */
    @Test
    void viewOnlyAccessDoesNotShowSettings() throws IOException {
        assertThat(missing("ViewOnlyAccess"))
                .containsExactlyInAnyOrderElementsOf(and(
                        BELOW_APIS,
                        "account:GetAlternateContact",
                        "cloudfront:GetDistributionConfig",
                        "cloudtrail:GetEventSelectors",
                        "cloudtrail:GetTrailStatus",
                        "dms:DescribeReplicationTasks",
                        "es:DescribeDomains",
                        "guardduty:GetDetector",
                        "guardduty:ListDetectors",
                        "iam:GenerateCredentialReport",
                        "iam:GetAccountAuthorizationDetails",
                        "iam:GetAccountPasswordPolicy",
                        "iam:GetCredentialReport",
                        "s3:GetAccessPoint",
                        "s3:GetAccountPublicAccessBlock",
                        "s3:GetBucketAcl",
                        "s3:GetBucketLocation",
                        "s3:GetBucketLogging",
                        "s3:GetBucketOwnershipControls",
                        "s3:GetBucketPolicy",
                        "s3:GetBucketPublicAccessBlock",
                        "s3:GetLifecycleConfiguration",
                        "s3:ListAccessPoints",
                        "s3express:GetLifecycleConfiguration",
                        "s3express:ListAllMyDirectoryBuckets",
                        "secretsmanager:ListSecrets",
                        "securityhub:DescribeHub",
                        "securityhub:DescribeSecurityHubV2",
                        "securityhub:GetFindingAggregator",
                        "securityhub:GetFindings",
                        "securityhub:ListFindingAggregators",
                        "ssm:ListResourceComplianceSummaries",
                        "tag:GetResources",
                        "wafv2:GetWebACL"));
    }

    /** A service that the text beside does not have would look as if AWS allowed nothing of it: add what AWS allows. */
    @Test
    void areKnownForEachServiceThatWeCall() throws IOException {
        var known = ManagedPolicy.of("SecurityAudit").all().stream()
                .map(allowed -> service(allowed.action()))
                .collect(Collectors.toSet());
        assertThat(policy.actions()).map(ManagedPolicyTests::service).allMatch(known::contains);
    }

    private List<String> missing(String name) throws IOException {
        var managed = ManagedPolicy.of(name);
        return policy.statements().stream().flatMap(managed::missing).toList();
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static String service(String action) {
        return action.substring(0, action.indexOf(':'));
    }
}
