package io.shisei.aws.service.cloudfront;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/** Amazon CloudFront. */
@Component
public final class CloudFront extends Service {

    public static final Api<CloudFrontClient> API =
            Api.of(CloudFrontClient.class, CloudFrontClient::builder, CloudFrontClient.serviceMetadata());

    public CloudFront() {
        super("CloudFront", Distributions.KIND);
    }
}
