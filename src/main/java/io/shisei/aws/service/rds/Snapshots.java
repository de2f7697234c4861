package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;

/** Snapshots of instances that the account owns, automated ones too; those shared with it are others'. */
final class Snapshots {

    static final Kind<DBSnapshot, DBSnapshot> KIND = Kind.listed(
                    "AWS::RDS::DBSnapshot",
                    DBSnapshot.class,
                    Listing.of(
                            Rds.API.ask("rds:DescribeDBSnapshots"),
                            rds -> rds.describeDBSnapshotsPaginator(request -> request.maxRecords(100)),
                            DescribeDbSnapshotsResponse::dbSnapshots),
                    Naming.of(DBSnapshot::dbSnapshotArn, DBSnapshot::dbSnapshotIdentifier)
                            .tagged(DBSnapshot::tagList))
            .moving("PercentProgress");

    private Snapshots() {}
}
