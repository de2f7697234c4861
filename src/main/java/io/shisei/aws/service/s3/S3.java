package io.shisei.aws.service.s3;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Amazon S3. */
@Component
public final class S3 extends Service {

    public static final Api<S3Client> API = Api.of(S3Client.class, S3::builder, S3Client.serviceMetadata());

    public S3() {
        super("S3", AccessPoints.KIND, AccountBlock.KIND, Buckets.KIND, MultiRegionAccessPoints.KIND);
    }

    /** Emulators have no host name for each bucket. */
    private static S3ClientBuilder builder() {
        return S3Client.builder().forcePathStyle(Api.emulated());
    }
}
