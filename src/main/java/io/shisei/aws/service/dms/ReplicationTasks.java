package io.shisei.aws.service.dms;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksResponse;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTask;

/** Replication tasks, whose settings are JSON in a text. */
final class ReplicationTasks {

    static final Kind<ReplicationTask, ReplicationTask> KIND = Kind.listed(
                    "AWS::DMS::ReplicationTask",
                    ReplicationTask.class,
                    Listing.of(
                            Dms.API.ask("dms:DescribeReplicationTasks"),
                            dms -> dms.describeReplicationTasksPaginator(request -> request.maxRecords(100)),
                            DescribeReplicationTasksResponse::replicationTasks),
                    Naming.of(ReplicationTask::replicationTaskArn, ReplicationTask::replicationTaskIdentifier)
                            .taggedAs("dms:task"))
            .moving("ReplicationTaskStats", "RecoveryCheckpoint", "CdcStartPosition");

    private ReplicationTasks() {}
}
