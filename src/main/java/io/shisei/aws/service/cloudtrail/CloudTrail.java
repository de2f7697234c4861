package io.shisei.aws.service.cloudtrail;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;

/** AWS CloudTrail. */
@Component
public final class CloudTrail extends Service {

    public static final Api<CloudTrailClient> API =
            Api.of(CloudTrailClient.class, CloudTrailClient::builder, CloudTrailClient.serviceMetadata());

    public CloudTrail() {
        super("CloudTrail", Trails.KIND);
    }
}
