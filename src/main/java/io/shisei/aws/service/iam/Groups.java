package io.shisei.aws.service.iam;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;

/** Groups of users, with their inline policies. */
final class Groups {

    static final Kind<GroupDetail, GroupDetail> KIND = Kind.listed(
                    "AWS::IAM::Group",
                    GroupDetail.class,
                    Listing.of(
                                    Iam.API.ask("iam:GetAccountAuthorizationDetails"),
                                    iam -> iam.getAccountAuthorizationDetailsPaginator(request ->
                                            request.filter(EntityType.GROUP).maxItems(1000)),
                                    GetAccountAuthorizationDetailsResponse::groupDetailList)
                            .map(Groups::decoded),
                    Naming.of(GroupDetail::arn, GroupDetail::groupName))
            .global();

    private Groups() {}

    private static GroupDetail decoded(GroupDetail group) {
        return group.toBuilder()
                .groupPolicyList(Documents.plain(group.groupPolicyList()))
                .build();
    }
}
