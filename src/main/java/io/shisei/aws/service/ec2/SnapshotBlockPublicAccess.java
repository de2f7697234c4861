package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateResponse;

/** Which public sharing of EBS snapshots a region refuses. */
final class SnapshotBlockPublicAccess {

    static final Kind<String, Nothing> KIND = Kind.single("AWS::EC2::SnapshotBlockPublicAccess")
            .part(
                    "BlockPublicAccess",
                    GetSnapshotBlockPublicAccessStateResponse.class,
                    Ec2.API.ask("ec2:GetSnapshotBlockPublicAccessState").notEverywhere(),
                    (ec2, nothing) -> ec2.getSnapshotBlockPublicAccessState(request -> {}));

    private SnapshotBlockPublicAccess() {}
}
