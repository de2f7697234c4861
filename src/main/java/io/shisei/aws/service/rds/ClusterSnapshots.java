package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;

/** Snapshots of clusters that the account owns, of Neptune and DocumentDB too, with who may restore them. */
final class ClusterSnapshots {

    private static final Ask<RdsClient> ATTRIBUTES = Rds.API.ask("rds:DescribeDBClusterSnapshotAttributes");

    static final Kind<DBClusterSnapshot, DBClusterSnapshot> KIND = Kind.listed(
                    "AWS::RDS::DBClusterSnapshot",
                    DBClusterSnapshot.class,
                    Listing.of(
                            Rds.API.ask("rds:DescribeDBClusterSnapshots"),
                            rds -> rds.describeDBClusterSnapshotsPaginator(request -> request.maxRecords(100)),
                            DescribeDbClusterSnapshotsResponse::dbClusterSnapshots),
                    Naming.of(DBClusterSnapshot::dbClusterSnapshotArn, DBClusterSnapshot::dbClusterSnapshotIdentifier)
                            .tagged(DBClusterSnapshot::tagList))
            .part(
                    "DBClusterSnapshotAttributes",
                    Shapes.list(DBClusterSnapshotAttribute.class),
                    List.of(ATTRIBUTES),
                    (site, listed, snapshot) -> attributes(site, snapshot))
            .goneWhen("DBClusterSnapshotNotFoundFault")
            .moving("PercentProgress");

    private ClusterSnapshots() {}

    private static List<DBClusterSnapshotAttribute> attributes(Site site, DBClusterSnapshot snapshot) {
        return Snapshots.AUTOMATED.equals(snapshot.snapshotType())
                ? List.of()
                : Pages.whole(site.client(Rds.API)
                        .describeDBClusterSnapshotAttributes(
                                request -> request.dbClusterSnapshotIdentifier(snapshot.dbClusterSnapshotIdentifier()))
                        .dbClusterSnapshotAttributesResult()
                        .dbClusterSnapshotAttributes());
    }
}
