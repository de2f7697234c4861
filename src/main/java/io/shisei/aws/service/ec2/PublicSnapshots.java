package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Nothing;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;

/** The account's own EBS snapshots of a region that everyone may restore. */
final class PublicSnapshots {

    private static final Ask<Ec2Client> LIST = Ec2.API.ask("ec2:DescribeSnapshots");
    private static final Ask<Ec2Client> ATTRIBUTE =
            Ec2.API.ask("ec2:DescribeSnapshotAttribute").none("InvalidSnapshot.NotFound");

    /**
     * AWS answers with the account's own alone, whatever id it tells of their owner. Emulators list all snapshots; they
     * heed the filter.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html">DescribeSnapshots</a>
     */
    private static final Listing<Snapshot> RESTORABLE_BY_ALL = Listing.by(
            LIST,
            site -> Pages.items(
                    site.client(Ec2.API)
                            .describeSnapshotsPaginator(request -> request.ownerIds("self")
                                    .filters(Filter.builder()
                                            .name("owner-id")
                                            .values(site.account())
                                            .build())
                                    .restorableByUserIds("all")
                                    .maxResults(1000)),
                    DescribeSnapshotsResponse::snapshots));

    static final Kind<String, Nothing> KIND = Kind.single("AWS::EC2::PublicSnapshots")
            .part(
                    "PublicSnapshots",
                    Shapes.list(Snapshot.class),
                    List.of(LIST, ATTRIBUTE),
                    (site, account, nothing) -> restorableByAll(site));

    private PublicSnapshots() {}

    private static Object restorableByAll(Site site) {
        return site.eachOf(
                site.all(RESTORABLE_BY_ALL),
                snapshot -> restorableByAll(site, snapshot.snapshotId()) ? List.of(snapshot) : List.of());
    }

    /** Asked of each, for emulators list what is not public, too; on AWS these are the public ones, of which there are few. */
    private static boolean restorableByAll(Site site, String id) {
        return site
                .find(
                        ATTRIBUTE,
                        ec2 -> ec2.describeSnapshotAttribute(request -> request.snapshotId(id)
                                        .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION))
                                .createVolumePermissions())
                .stream()
                .flatMap(List::stream)
                .anyMatch(permission -> permission.group() == PermissionGroup.ALL);
    }
}
