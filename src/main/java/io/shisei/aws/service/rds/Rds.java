package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.rds.RdsClient;

/** Amazon RDS. */
@Component
public final class Rds extends Service {

    public static final Api<RdsClient> API = Api.of(RdsClient.class, RdsClient::builder, RdsClient.serviceMetadata());

    public Rds() {
        super(
                "RDS",
                ClusterSnapshots.KIND,
                Clusters.KIND,
                EventSubscriptions.KIND,
                GlobalClusters.KIND,
                Instances.KIND,
                Proxies.KIND,
                Snapshots.KIND);
    }
}
