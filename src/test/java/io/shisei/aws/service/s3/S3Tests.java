package io.shisei.aws.service.s3;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Gap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

class S3Tests {

    private static final String BLOCK = "PublicAccessBlockConfiguration";

    private final S3Client s3 = Probe.stub(S3Client.class);
    private final Probe probe = new Probe(new S3(), s3);

    @Test
    void listsPageByPageInItsOwnRegion() {
        doAnswer(call -> {
                    ListBucketsRequest request = call.getArgument(0);
                    assertThat(request.bucketRegion()).isEqualTo("eu-west-1");
                    return request.continuationToken() == null ? page("next", "a") : page(null, "b");
                })
                .when(s3)
                .listBuckets(any(ListBucketsRequest.class));
        var read = probe.read("AWS::S3::Bucket");
        assertThat(read.names()).containsExactlyInAnyOrder("a", "b");
        assertThat(read.unlisted()).isEmpty();
    }

    @Test
    void readsThePublicAccessBlock() {
        listed("a");
        doReturn(GetPublicAccessBlockResponse.builder()
                        .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true))
                        .build())
                .when(s3)
                .getPublicAccessBlock(any(GetPublicAccessBlockRequest.class));
        var bucket = probe.read("AWS::S3::Bucket", BLOCK).only();
        assertThat(bucket.arn()).isEqualTo("arn:aws:s3:::a");
        assertThat(bucket.document().fields()).containsEntry(BLOCK, Map.of("BlockPublicAcls", true));
    }

    @Test
    void asksForNoPublicAccessBlockThatNobodyWants() {
        listed("a");
        probe.read("AWS::S3::Bucket", "Name");
        verify(s3, never()).getPublicAccessBlock(any(GetPublicAccessBlockRequest.class));
    }

    @Test
    void anUnsetPublicAccessBlockIsAbsent() {
        listed("a");
        blockThrows(refused("NoSuchPublicAccessBlockConfiguration"));
        var document = probe.read("AWS::S3::Bucket", BLOCK).only().document();
        assertThat(document.fields()).doesNotContainKey(BLOCK);
        assertThat(document.gaps()).isEmpty();
    }

    @Test
    void aDeniedPublicAccessBlockIsAGap() {
        listed("a");
        blockThrows(refused("AccessDenied"));
        assertThat(probe.read("AWS::S3::Bucket", BLOCK).only().document().gaps())
                .containsEntry(BLOCK, new Gap("s3:GetBucketPublicAccessBlock", "AccessDenied", "said AWS"));
    }

    @Test
    void aPublicAccessBlockThatTakesTooLongIsAGap() {
        listed("a");
        blockThrows(ApiCallTimeoutException.create(10));
        var gap = probe.read("AWS::S3::Bucket", BLOCK).only().document().gaps().get(BLOCK);
        assertThat(gap.error()).isEqualTo("Timeout");
    }

    @Test
    void anAnswerWithoutThePublicAccessBlockIsAGap() {
        listed("a");
        doReturn(GetPublicAccessBlockResponse.builder().build())
                .when(s3)
                .getPublicAccessBlock(any(GetPublicAccessBlockRequest.class));
        var gap = probe.read("AWS::S3::Bucket", BLOCK).only().document().gaps().get(BLOCK);
        assertThat(gap.error()).isEqualTo("MalformedAnswer");
    }

    @Test
    void aBucketWithoutANameMakesTheListingIncomplete() {
        doReturn(ListBucketsResponse.builder()
                        .buckets(bucket -> bucket.bucketRegion("eu-west-1"))
                        .build())
                .when(s3)
                .listBuckets(any(ListBucketsRequest.class));
        var read = probe.read("AWS::S3::Bucket");
        assertThat(read.found()).isEmpty();
        assertThat(read.unlistedGap().error()).isEqualTo("MalformedAnswer");
    }

    @Test
    void aBucketDeletedMeanwhileIsDropped() {
        listed("a");
        blockThrows(refused("NoSuchBucket"));
        assertThat(probe.read("AWS::S3::Bucket", BLOCK).found()).isEmpty();
    }

    @Test
    void aFailedListingIsTold() {
        doThrow(refused("AccessDenied")).when(s3).listBuckets(any(ListBucketsRequest.class));
        var read = probe.read("AWS::S3::Bucket");
        assertThat(read.unlistedGap()).isEqualTo(new Gap("s3:ListAllMyBuckets", "AccessDenied", "said AWS"));
    }

    @Test
    void keepsWhatWasListedBeforeThePageThatFailed() {
        doReturn(page("next", "a")).doThrow(refused("SlowDown")).when(s3).listBuckets(any(ListBucketsRequest.class));
        var read = probe.read("AWS::S3::Bucket");
        assertThat(read.names()).containsExactly("a");
        assertThat(read.unlistedGap().error()).isEqualTo("SlowDown");
    }

    @Test
    void aTokenThatComesTwiceEndsTheListing() {
        doReturn(page("again", "a")).when(s3).listBuckets(any(ListBucketsRequest.class));
        assertThat(probe.read("AWS::S3::Bucket").unlistedGap().error()).isEqualTo("MalformedAnswer");
    }

    @Test
    void asksWhereABucketIsIfTheListingDoesNotSay() {
        var nowhere = Stream.of("here", "there")
                .map(name -> Bucket.builder().name(name).build())
                .toList();
        doReturn(ListBucketsResponse.builder().buckets(nowhere).build())
                .when(s3)
                .listBuckets(any(ListBucketsRequest.class));
        doAnswer(call -> GetBucketLocationResponse.builder()
                        .locationConstraint(
                                call.<GetBucketLocationRequest>getArgument(0)
                                                .bucket()
                                                .equals("here")
                                        ? "EU"
                                        : null)
                        .build())
                .when(s3)
                .getBucketLocation(any(GetBucketLocationRequest.class));
        assertThat(probe.read("AWS::S3::Bucket").names()).containsExactly("here");
    }

    private void listed(String... names) {
        doReturn(page(null, names)).when(s3).listBuckets(any(ListBucketsRequest.class));
    }

    private void blockThrows(RuntimeException fault) {
        doThrow(fault).when(s3).getPublicAccessBlock(any(GetPublicAccessBlockRequest.class));
    }

    private static ListBucketsResponse page(String token, String... names) {
        List<Bucket> buckets = Stream.of(names)
                .map(name ->
                        Bucket.builder().name(name).bucketRegion("eu-west-1").build())
                .toList();
        return ListBucketsResponse.builder()
                .buckets(buckets)
                .continuationToken(token)
                .build();
    }
}
