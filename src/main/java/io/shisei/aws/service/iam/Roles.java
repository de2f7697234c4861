package io.shisei.aws.service.iam;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/** Roles, with their inline policies. */
final class Roles {

    static final Kind<RoleDetail, RoleDetail> KIND = Kind.listed(
                    "AWS::IAM::Role",
                    RoleDetail.class,
                    Listing.of(
                                    Iam.API.ask("iam:GetAccountAuthorizationDetails"),
                                    iam -> iam.getAccountAuthorizationDetailsPaginator(request ->
                                            request.filter(EntityType.ROLE).maxItems(1000)),
                                    GetAccountAuthorizationDetailsResponse::roleDetailList)
                            .map(Roles::decoded),
                    Naming.of(RoleDetail::arn, RoleDetail::roleName).tagged(RoleDetail::tags))
            .moving("RoleLastUsed")
            .global();

    private Roles() {}

    private static RoleDetail decoded(RoleDetail role) {
        return role.toBuilder()
                .rolePolicyList(Documents.plain(role.rolePolicyList()))
                .build();
    }
}
