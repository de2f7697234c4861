package io.shisei.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.shisei.aws.service.s3.S3;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

@Timeout(20)
class ReadingTests {

    private static final String TYPE = "AWS::S3::Bucket";
    private static final String BLOCK = "PublicAccessBlockConfiguration";

    private final S3Client s3 = Probe.stub(S3Client.class);
    private final Probe probe = new Probe(new S3(), s3);

    @BeforeEach
    void aHundredBuckets() {
        var buckets = IntStream.range(0, 100)
                .mapToObj(i ->
                        Bucket.builder().name("b" + i).bucketRegion("eu-west-1").build())
                .toList();
        doReturn(ListBucketsResponse.builder().buckets(buckets).build())
                .when(s3)
                .listBuckets(any(ListBucketsRequest.class));
    }

    @Test
    void readsSideBySideButNoMoreThanTheSiteIsWide() {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        doAnswer(call -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    Thread.sleep(2);
                    underWay.decrementAndGet();
                    return open();
                })
                .when(s3)
                .getPublicAccessBlock(any(GetPublicAccessBlockRequest.class));
        assertThat(probe.read(TYPE, BLOCK).found()).hasSize(100);
        assertThat(most).hasValueBetween(2, 4);
    }

    @Test
    void aSlowConsumerHoldsTheListingBack() {
        var begun = new AtomicInteger();
        doAnswer(call -> {
                    begun.incrementAndGet();
                    return open();
                })
                .when(s3)
                .getPublicAccessBlock(any(GetPublicAccessBlockRequest.class));
        var consumed = new AtomicInteger();
        probe.read(
                TYPE,
                bucket -> assertThat(begun.get() - consumed.getAndIncrement()).isLessThanOrEqualTo(2 * 4),
                BLOCK);
        assertThat(consumed).hasValue(100);
    }

    @Test
    void whatTheConsumerThrowsComesOut() {
        assertThatThrownBy(() -> probe.read(TYPE, bucket -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
    }

    @Test
    void anInterruptEndsTheReading() throws Exception {
        var reading = new CountDownLatch(1);
        doAnswer(call -> {
                    reading.countDown();
                    Thread.sleep(60_000);
                    return null;
                })
                .when(s3)
                .getPublicAccessBlock(any(GetPublicAccessBlockRequest.class));
        var reader = Thread.currentThread();
        Thread.startVirtualThread(() -> {
            await(reading);
            reader.interrupt();
        });
        assertThatThrownBy(() -> probe.read(TYPE, BLOCK)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void readsThePartsOfOneResourceAlone() {
        doReturn(open()).when(s3).getPublicAccessBlock(any(GetPublicAccessBlockRequest.class));
        var bucket = new S3()
                .types().stream()
                        .filter(type -> type.name().equals(TYPE))
                        .findFirst()
                        .orElseThrow();
        assertThat(probe.reread(bucket, "arn:aws:s3:::b7").names()).containsExactly("b7");
        verify(s3, times(1)).getPublicAccessBlock(any(GetPublicAccessBlockRequest.class));
        assertThat(probe.reread(bucket, "arn:aws:s3:::gone").found()).isEmpty();
    }

    @Test
    void tellsEveryCallThatItMayMake() {
        assertThat(new S3().calls())
                .filteredOn(call -> call.type().equals(TYPE))
                .extracting(Call::role, Call::field, Call::operation, Call::action)
                .contains(
                        tuple(Call.Role.LISTING, "", "ListBuckets", "s3:ListAllMyBuckets"),
                        tuple(Call.Role.LISTING, "", "GetBucketLocation", "s3:GetBucketLocation"),
                        tuple(Call.Role.PART, BLOCK, "GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"));
    }

    @Test
    void typesNeedTheActionsOfTheirListingAndOfTheWantedParts() {
        var bucket = new S3()
                .types().stream()
                        .filter(type -> type.name().equals(TYPE))
                        .findFirst()
                        .orElseThrow();
        assertThat(bucket.actionsFor(Set.of("Name"))).containsExactly("s3:ListAllMyBuckets", "s3:GetBucketLocation");
        assertThat(bucket.actionsFor(Set.of(BLOCK))).contains("s3:GetBucketPublicAccessBlock");
        assertThat(bucket.shape().fields()).containsKeys("Name", BLOCK);
    }

    private static GetPublicAccessBlockResponse open() {
        return GetPublicAccessBlockResponse.builder()
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(false))
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
