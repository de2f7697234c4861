package io.shisei.aws.service.dms;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;

/** AWS Database Migration Service. */
@Component
public final class Dms extends Service {

    public static final Api<DatabaseMigrationClient> API = Api.of(
            DatabaseMigrationClient.class, DatabaseMigrationClient::builder, DatabaseMigrationClient.serviceMetadata());

    public Dms() {
        super("DMS", ReplicationTasks.KIND);
    }
}
