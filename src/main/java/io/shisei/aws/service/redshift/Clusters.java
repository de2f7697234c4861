package io.shisei.aws.service.redshift;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.service.ec2.SecurityGroups;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;
import software.amazon.awssdk.services.redshift.model.VpcSecurityGroupMembership;

/** Provisioned clusters, with their security groups and the prefix lists that those name. */
final class Clusters {

    static final Kind<Cluster, Cluster> KIND = Kind.listed(
                    "AWS::Redshift::Cluster",
                    Cluster.class,
                    Listing.of(
                            Redshift.API.ask("redshift:DescribeClusters"),
                            redshift -> redshift.describeClustersPaginator(request -> request.maxRecords(100)),
                            DescribeClustersResponse::clusters),
                    Naming.<Cluster>of(
                                    (site, it) -> site.arn("redshift", "cluster:" + it.clusterIdentifier()),
                                    Cluster::clusterIdentifier)
                            .tagged(Cluster::tags))
            .part(
                    "SecurityGroups",
                    Shapes.list(SecurityGroup.class),
                    List.of(SecurityGroups.DESCRIBE),
                    (site, listed, cluster) -> SecurityGroups.named(site, groups(cluster)))
            .part(
                    "ManagedPrefixListEntries",
                    SecurityGroups.PREFIX_LISTS,
                    List.of(SecurityGroups.DESCRIBE, SecurityGroups.ENTRIES),
                    (site, listed, cluster) -> SecurityGroups.prefixLists(site, groups(cluster)))
            .moving(
                    "TotalStorageCapacityInMegaBytes",
                    "NextMaintenanceWindowStartTime",
                    "ExpectedNextSnapshotScheduleTime",
                    "ExpectedNextSnapshotScheduleTimeStatus",
                    "DataTransferProgress",
                    "RestoreStatus");

    private Clusters() {}

    private static List<String> groups(Cluster cluster) {
        return cluster.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .toList();
    }
}
