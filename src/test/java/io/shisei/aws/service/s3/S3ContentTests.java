package io.shisei.aws.service.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import io.shisei.aws.kind.Probe;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** What buckets are set to, and how else they are reached. */
class S3ContentTests {

    private static final String BUCKET = "AWS::S3::Bucket";

    private final Probe recorded =
            Probe.over(new S3(), new StubAws(new RecordedAnswers("io.shisei.aws.service.s3")), Duration.ofSeconds(10));
    private final S3Client s3 = Probe.stub(S3Client.class);
    private final Probe probe = new Probe(new S3(), s3);

    @Test
    void readsWhatABucketIsSetTo() {
        var bucket = recorded.read(
                        BUCKET, "AccessControlPolicy", "OwnershipControls", "BucketLogging", "LifecycleRules")
                .found()
                .getFirst();
        var grantee = Map.of("DisplayName", "shop", "ID", "0a1b", "Type", "CanonicalUser");
        assertThat(bucket.document().fields())
                .containsEntry(
                        "AccessControlPolicy",
                        Map.of(
                                "Owner",
                                Map.of("DisplayName", "shop", "ID", "0a1b"),
                                "Grants",
                                List.of(Map.of("Grantee", grantee, "Permission", "FULL_CONTROL"))))
                .containsEntry(
                        "OwnershipControls", Map.of("Rules", List.of(Map.of("ObjectOwnership", "BucketOwnerEnforced"))))
                .containsEntry(
                        "BucketLogging",
                        Map.of("LoggingEnabled", Map.of("TargetBucket", "logs", "TargetPrefix", "shop/")));
        assertThat((List<?>) bucket.document().fields().get("LifecycleRules")).hasSize(1);
    }

    @Test
    void whatABucketWasNeverSetToIsAbsent() {
        listed();
        doThrow(Probe.refused("OwnershipControlsNotFoundError"))
                .when(s3)
                .getBucketOwnershipControls(any(GetBucketOwnershipControlsRequest.class));
        doThrow(Probe.refused("NoSuchLifecycleConfiguration"))
                .when(s3)
                .getBucketLifecycleConfiguration(any(GetBucketLifecycleConfigurationRequest.class));
        doReturn(GetBucketLoggingResponse.builder().build())
                .when(s3)
                .getBucketLogging(any(GetBucketLoggingRequest.class));
        var document = probe.read(BUCKET, "OwnershipControls", "LifecycleRules", "BucketLogging")
                .only()
                .document();
        assertThat(document.gaps()).isEmpty();
        assertThat(document.fields())
                .doesNotContainKeys("OwnershipControls", "LifecycleRules")
                .containsEntry("BucketLogging", Map.of());
    }

    @Test
    void readsTheSettingsOfAnAccessPoint() {
        var point = recorded.read("AWS::S3::AccessPoint", "PublicAccessBlockConfiguration")
                .only();
        assertThat(point.arn()).isEqualTo("arn:aws:s3:eu-west-1:111122223333:accesspoint/reports");
        assertThat(point.document().fields().get("PublicAccessBlockConfiguration"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("BlockPublicPolicy", false)
                .containsEntry("RestrictPublicBuckets", true);
    }

    @Test
    void callsAMultiRegionAccessPointByItsAlias() {
        var point = recorded.read("AWS::S3::MultiRegionAccessPoint").only();
        assertThat(point.arn()).isEqualTo("arn:aws:s3::111122223333:accesspoint/m0a1b.mrap");
        assertThat(point.name()).isEqualTo("world");
        assertThat(point.document().fields().get("PublicAccessBlock"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("BlockPublicAcls", true);
    }

    private void listed() {
        doReturn(ListBucketsResponse.builder()
                        .buckets(bucket -> bucket.name("a").bucketRegion("eu-west-1"))
                        .build())
                .when(s3)
                .listBuckets(any(ListBucketsRequest.class));
    }
}
