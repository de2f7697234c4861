package io.shisei.control;

import static io.shisei.control.Emulated.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** Buckets and access points of an emulated AWS: made carelessly, judged, put right, judged again. */
class S3MotoIT {

    private static final String ACCOUNT = "123456789012";

    private static final String EVERYTHING_FOR_EVERYONE = """
            {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::open/*"}}""";
    private static final String TLS_ONLY = """
            {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*",
              "Resource": ["arn:aws:s3:::open", "arn:aws:s3:::open/*"],
              "Condition": {"Bool": {"aws:SecureTransport": "false"}}}}""";

    @RegisterExtension
    static final Emulated aws = new Emulated();

    @Test
    void buckets() {
        var controls = List.of(2, 3, 5, 6, 8, 9, 12, 13);
        try (var s3 = S3Client.builder().forcePathStyle(true).build()) {
            s3.createBucket(create -> create.bucket("logs").acl("log-delivery-write"));
            makeCarelessly(s3);
            assertThat(aws.verdicts("S3", "us-east-1"))
                    .containsAllEntriesOf(all("S3", controls, "open", "Failed"))
                    .containsAllEntriesOf(all("S3", List.of(2, 3, 6), "logs", "Passed"))
                    .containsAllEntriesOf(all("S3", List.of(5, 8, 9, 12, 13), "logs", "Failed"));
            putRight(s3);
            assertThat(aws.verdicts("S3", "us-east-1")).containsAllEntriesOf(all("S3", controls, "open", "Passed"));
        }
    }

    private static void makeCarelessly(S3Client s3) {
        s3.createBucket(create -> create.bucket("open").acl(BucketCannedACL.PUBLIC_READ_WRITE));
        s3.putBucketPolicy(put -> put.bucket("open").policy(EVERYTHING_FOR_EVERYONE));
        lifecycle(s3, ExpirationStatus.DISABLED);
    }

    private static void putRight(S3Client s3) {
        s3.putPublicAccessBlock(put -> put.bucket("open")
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)));
        s3.putBucketPolicy(put -> put.bucket("open").policy(TLS_ONLY));
        s3.putBucketOwnershipControls(put -> put.bucket("open")
                .ownershipControls(controls ->
                        controls.rules(rule -> rule.objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED))));
        s3.putBucketLogging(put -> put.bucket("open")
                .bucketLoggingStatus(status -> status.loggingEnabled(
                        logging -> logging.targetBucket("logs").targetPrefix("open/"))));
        lifecycle(s3, ExpirationStatus.ENABLED);
    }

    private static void lifecycle(S3Client s3, ExpirationStatus status) {
        s3.putBucketLifecycleConfiguration(put -> put.bucket("open")
                .lifecycleConfiguration(rules -> rules.rules(rule -> rule.id("old")
                        .status(status)
                        .filter(objects -> objects.prefix(""))
                        .expiration(expiration -> expiration.days(365)))));
    }

    @Test
    void theAccount() {
        try (var control = control(Region.US_EAST_1)) {
            block(control, false);
            assertThat(aws.verdicts("S3", "global")).containsEntry("S3.1 " + ACCOUNT, "Failed");
            block(control, true);
            assertThat(aws.verdicts("S3", "global")).containsEntry("S3.1 " + ACCOUNT, "Passed");
            control.deletePublicAccessBlock(delete -> delete.accountId(ACCOUNT));
            assertThat(aws.verdicts("S3", "global")).containsEntry("S3.1 " + ACCOUNT, "Failed");
        }
    }

    private static void block(S3ControlClient control, boolean policies) {
        control.putPublicAccessBlock(put -> put.accountId(ACCOUNT).publicAccessBlockConfiguration(blocked(policies)));
    }

    /** Their settings cannot be changed: another of the same name takes its place. */
    @Test
    void accessPoints() {
        try (var control = control(Region.US_EAST_1)) {
            accessPoint(control, false);
            assertThat(aws.verdicts("S3", "us-east-1")).containsEntry("S3.19 door", "Failed");
            control.deleteAccessPoint(delete -> delete.accountId(ACCOUNT).name("door"));
            accessPoint(control, true);
            assertThat(aws.verdicts("S3", "us-east-1")).containsEntry("S3.19 door", "Passed");
        }
    }

    private static void accessPoint(S3ControlClient control, boolean policies) {
        control.createAccessPoint(create -> create.accountId(ACCOUNT)
                .name("door")
                .bucket("orders")
                .publicAccessBlockConfiguration(blocked(policies)));
    }

    @Test
    void multiRegionAccessPoints() {
        try (var control = control(Region.US_WEST_2)) {
            multiRegionAccessPoint(control, "open", false);
            multiRegionAccessPoint(control, "shut", true);
            assertThat(aws.verdicts("S3", "global"))
                    .containsEntry("S3.24 open", "Failed")
                    .containsEntry("S3.24 shut", "Passed");
        }
    }

    private static void multiRegionAccessPoint(S3ControlClient control, String name, boolean policies) {
        control.createMultiRegionAccessPoint(create -> create.accountId(ACCOUNT)
                .clientToken(name)
                .details(details -> details.name(name)
                        .publicAccessBlock(blocked(policies))
                        .regions(region -> region.bucket("orders"))));
    }

    private static PublicAccessBlockConfiguration blocked(boolean policies) {
        return PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(true)
                .ignorePublicAcls(true)
                .blockPublicPolicy(policies)
                .restrictPublicBuckets(true)
                .build();
    }

    /** AWS puts the account before the name of the host, Moto has one name for all. */
    private static S3ControlClient control(Region region) {
        return S3ControlClient.builder()
                .region(region)
                .endpointProvider(params -> CompletableFuture.completedFuture(
                        Endpoint.builder().url(URI.create(params.endpoint())).build()))
                .build();
    }
}
