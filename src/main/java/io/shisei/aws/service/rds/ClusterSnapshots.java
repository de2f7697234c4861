package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;

/** Snapshots of clusters that the account owns, of Neptune and DocumentDB too. */
final class ClusterSnapshots {

    static final Kind<DBClusterSnapshot, DBClusterSnapshot> KIND = Kind.listed(
                    "AWS::RDS::DBClusterSnapshot",
                    DBClusterSnapshot.class,
                    Listing.of(
                            Rds.API.ask("rds:DescribeDBClusterSnapshots"),
                            rds -> rds.describeDBClusterSnapshotsPaginator(request -> request.maxRecords(100)),
                            DescribeDbClusterSnapshotsResponse::dbClusterSnapshots),
                    Naming.of(DBClusterSnapshot::dbClusterSnapshotArn, DBClusterSnapshot::dbClusterSnapshotIdentifier)
                            .tagged(DBClusterSnapshot::tagList))
            .moving("PercentProgress");

    private ClusterSnapshots() {}
}
