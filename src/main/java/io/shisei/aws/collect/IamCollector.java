package io.shisei.aws.collect;

import io.shisei.aws.Api;
import io.shisei.aws.Site;
import io.shisei.inventory.Scope;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Customer managed policies, attached or not, with all their versions. */
@Component
class IamCollector extends ServiceCollector {

    static final Api<IamClient> IAM = Api.of(IamClient.class, IamClient::builder, IamClient.serviceMetadata());

    private static final Kind<ManagedPolicyDetail> POLICY = Kind.listed(
            "AWS::IAM::Policy",
            ManagedPolicyDetail.class,
            Listing.of("iam:GetAccountAuthorizationDetails", "GetAccountAuthorizationDetails", IamCollector::policies),
            Naming.of((site, policy) -> policy.arn(), IamCollector::name));

    IamCollector() {
        super("IAM", Scope.GLOBAL, IAM, POLICY);
    }

    private static String name(ManagedPolicyDetail policy) {
        return policy.arn().substring(policy.arn().lastIndexOf('/') + 1);
    }

    private static Stream<ManagedPolicyDetail> policies(Site site) {
        var pages = site.client(IAM)
                .getAccountAuthorizationDetailsPaginator(request ->
                        request.filter(EntityType.LOCAL_MANAGED_POLICY).maxItems(1000));
        return Pages.of(
                        pages,
                        GetAccountAuthorizationDetailsResponse::hasPolicies,
                        GetAccountAuthorizationDetailsResponse::marker)
                .flatMap(page -> page.policies().stream())
                .map(IamCollector::decoded);
    }

    private static ManagedPolicyDetail decoded(ManagedPolicyDetail policy) {
        var versions =
                policy.policyVersionList().stream().map(IamCollector::decoded).toList();
        return policy.toBuilder().policyVersionList(versions).build();
    }

    private static PolicyVersion decoded(PolicyVersion version) {
        return version.document() == null
                ? version
                : version.toBuilder().document(plain(version.document())).build();
    }

    /** IAM encodes documents by RFC 3986, where a plus is a plus. */
    private static String plain(String document) {
        return document.startsWith("{")
                ? document
                : URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
