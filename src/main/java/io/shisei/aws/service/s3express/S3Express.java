package io.shisei.aws.service.s3express;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Amazon S3 Express One Zone, which the SDK speaks with its client for S3, and which few regions have. */
@Component
public final class S3Express extends Service {

    public static final Api<S3Client> API = Api.of(S3Client.class, S3Express::builder, new ExpressRegions());

    public S3Express() {
        super("S3Express", DirectoryBuckets.KIND);
    }

    /** Emulators have no host name for each bucket. */
    private static S3ClientBuilder builder() {
        return S3Client.builder().forcePathStyle(Api.emulated());
    }
}
