package io.shisei.aws.service.s3express;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import io.shisei.aws.kind.Probe;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListDirectoryBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListDirectoryBucketsResponse;

class S3ExpressTests {

    private static final String TYPE = "AWS::S3Express::DirectoryBucket";

    @Test
    void readsADirectoryBucketWithItsRules() {
        var aws = new StubAws(new RecordedAnswers("io.shisei.aws.service.s3express"));
        var bucket = Probe.over(new S3Express(), aws, Duration.ofSeconds(10))
                .read(TYPE, "LifecycleRules")
                .only();
        assertThat(bucket.arn()).isEqualTo("arn:aws:s3express:eu-west-1:111122223333:bucket/cache--euw1-az1--x-s3");
        assertThat((List<?>) bucket.document().fields().get("LifecycleRules")).hasSize(1);
    }

    @Test
    void takesNoOtherBucketForOne() {
        var s3 = Probe.stub(S3Client.class);
        doReturn(ListDirectoryBucketsResponse.builder()
                        .buckets(bucket -> bucket.name("shop"), bucket -> bucket.name("a--use1-az4--x-s3"))
                        .build())
                .when(s3)
                .listDirectoryBuckets(any(ListDirectoryBucketsRequest.class));
        assertThat(new Probe(new S3Express(), s3).read(TYPE).names()).containsExactly("a--use1-az4--x-s3");
    }
}
