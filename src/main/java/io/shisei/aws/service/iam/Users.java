package io.shisei.aws.service.iam;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.shape.Shapes;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** Users, with their inline policies, access keys, and what the credential report says of them. */
final class Users {

    static final Kind<UserDetail, UserDetail> KIND = Kind.listed(
                    "AWS::IAM::User",
                    UserDetail.class,
                    Listing.of(
                                    Iam.API.ask("iam:GetAccountAuthorizationDetails"),
                                    iam -> iam.getAccountAuthorizationDetailsPaginator(request ->
                                            request.filter(EntityType.USER).maxItems(1000)),
                                    GetAccountAuthorizationDetailsResponse::userDetailList)
                            .map(Users::decoded),
                    Naming.of(UserDetail::arn, UserDetail::userName).tagged(UserDetail::tags))
            .part(
                    "AccessKeys",
                    Shapes.list(AccessKeyMetadata.class),
                    Iam.API.ask("iam:ListAccessKeys").none("NoSuchEntity"),
                    (iam, user) -> Pages.items(
                                    iam.listAccessKeysPaginator(request -> request.userName(user.userName())),
                                    ListAccessKeysResponse::accessKeyMetadata)
                            .toList())
            .part(
                    "CredentialReport",
                    CredentialReport.SHAPE,
                    CredentialReport.ASKS,
                    (site, listed, user) -> CredentialReport.of(site, user))
            .moving("CredentialReport")
            .global();

    private Users() {}

    private static UserDetail decoded(UserDetail user) {
        return user.toBuilder()
                .userPolicyList(Documents.plain(user.userPolicyList()))
                .build();
    }
}
