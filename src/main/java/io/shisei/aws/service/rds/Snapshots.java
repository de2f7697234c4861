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
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;

/**
 * Snapshots of instances that the account owns, automated ones too, with who may restore them; those shared with it are
 * others'.
 */
final class Snapshots {

    /** Cannot be shared, so that nobody is asked with whom it is. */
    static final String AUTOMATED = "automated";

    private static final Ask<RdsClient> ATTRIBUTES = Rds.API.ask("rds:DescribeDBSnapshotAttributes");

    static final Kind<DBSnapshot, DBSnapshot> KIND = Kind.listed(
                    "AWS::RDS::DBSnapshot",
                    DBSnapshot.class,
                    Listing.of(
                            Rds.API.ask("rds:DescribeDBSnapshots"),
                            rds -> rds.describeDBSnapshotsPaginator(request -> request.maxRecords(100)),
                            DescribeDbSnapshotsResponse::dbSnapshots),
                    Naming.of(DBSnapshot::dbSnapshotArn, DBSnapshot::dbSnapshotIdentifier)
                            .tagged(DBSnapshot::tagList))
            .part(
                    "DBSnapshotAttributes",
                    Shapes.list(DBSnapshotAttribute.class),
                    List.of(ATTRIBUTES),
                    (site, listed, snapshot) -> attributes(site, snapshot))
            .goneWhen("DBSnapshotNotFound")
            .moving("PercentProgress");

    private Snapshots() {}

    private static List<DBSnapshotAttribute> attributes(Site site, DBSnapshot snapshot) {
        return AUTOMATED.equals(snapshot.snapshotType())
                ? List.of()
                : Pages.whole(site.client(Rds.API)
                        .describeDBSnapshotAttributes(
                                request -> request.dbSnapshotIdentifier(snapshot.dbSnapshotIdentifier()))
                        .dbSnapshotAttributesResult()
                        .dbSnapshotAttributes());
    }
}
