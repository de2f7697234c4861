package io.shisei.aws.service.iam;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Customer managed policies, attached or not, with all their versions. */
final class Policies {

    static final Kind<ManagedPolicyDetail, ManagedPolicyDetail> KIND = Kind.listed(
                    "AWS::IAM::Policy",
                    ManagedPolicyDetail.class,
                    Listing.of(
                                    Iam.API.ask("iam:GetAccountAuthorizationDetails"),
                                    iam -> iam.getAccountAuthorizationDetailsPaginator(
                                            request -> request.filter(EntityType.LOCAL_MANAGED_POLICY)
                                                    .maxItems(1000)),
                                    GetAccountAuthorizationDetailsResponse::policies)
                            .map(Policies::decoded),
                    Naming.<ManagedPolicyDetail>of((site, policy) -> policy.arn(), policy -> Naming.last(policy.arn()))
                            .taggedAs("iam:policy"))
            .global();

    private Policies() {}

    private static ManagedPolicyDetail decoded(ManagedPolicyDetail policy) {
        var versions =
                policy.policyVersionList().stream().map(Policies::decoded).toList();
        return policy.toBuilder().policyVersionList(versions).build();
    }

    private static PolicyVersion decoded(PolicyVersion version) {
        return version.document() == null
                ? version
                : version.toBuilder()
                        .document(Documents.plain(version.document()))
                        .build();
    }
}
