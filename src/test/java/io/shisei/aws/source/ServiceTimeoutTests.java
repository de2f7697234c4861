package io.shisei.aws.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.aws.kind.FakeAws;
import io.shisei.aws.kind.FakeAws.Reply;
import io.shisei.aws.kind.Service;
import io.shisei.aws.rate.Governor;
import io.shisei.aws.rate.Rates;
import io.shisei.aws.rate.Settings;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ServiceTimeoutTests {

    private static final String BLOCK = "PublicAccessBlockConfiguration";
    private static final String TWO_BUCKETS = """
            <ListAllMyBucketsResult><Buckets>
            <Bucket><Name>data</Name><BucketRegion>eu-west-1</BucketRegion></Bucket>
            <Bucket><Name>logs</Name><BucketRegion>eu-west-1</BucketRegion></Bucket>
            </Buckets></ListAllMyBucketsResult>""";
    private static final String BLOCKED = """
            <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>""";

    private static final String PART = "publicAccessBlock";

    /** Tags are told at once. */
    private static final Reply NO_TAGS =
            new Reply(200, "application/x-amz-json-1.1", "{\"ResourceTagMappingList\": []}");

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void goesOnBeyondItsTimeWhileAwsAnswers() throws Exception {
        var found = collect(listing -> {
            passes(Duration.ofMinutes(10));
            return Reply.xml(200, listing ? TWO_BUCKETS : BLOCKED);
        });
        assertThat(nanos).hasValue(Duration.ofMinutes(30).toNanos());
        assertThat(found).hasSize(2).allSatisfy(bucket -> {
            assertThat(bucket.document().gaps()).isEmpty();
            assertThat(bucket.document().fields()).containsKey(BLOCK);
        });
    }

    @Test
    void keepsWhatWasReadAndLeavesGapsForTheRestWhenAwsAnswersNoMore() throws Exception {
        var found = collect(listing -> {
            passes(listing ? Duration.ZERO : Duration.ofMinutes(16));
            return listing ? Reply.xml(200, TWO_BUCKETS) : Reply.xml(503, "");
        });
        assertThat(found)
                .extracting(bucket -> bucket.document().gaps().get(BLOCK).summary())
                .containsExactlyInAnyOrder(
                        "s3:GetBucketPublicAccessBlock Http503", "s3:GetBucketPublicAccessBlock Timeout");
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private List<Resource> collect(Function<Boolean, Reply> answer) throws Exception {
        List<Resource> found = Collections.synchronizedList(new ArrayList<>());
        try (var context = new AnnotationConfigApplicationContext("io.shisei.aws.service");
                var aws = FakeAws.answering(request ->
                        request.contains("ResourceTypeFilters") ? NO_TAGS : answer.apply(!request.contains(PART)));
                var session = session(s3(context), nanos)) {
            var bucket = s3(context).types().stream()
                    .filter(type -> type.name().equals("AWS::S3::Bucket"))
                    .findFirst()
                    .orElseThrow();
            var collected = session.collect("S3", Map.<ResourceType, Set<String>>of(bucket, Set.of(BLOCK)), found::add);
            assertThat(collected.unlisted()).isEmpty();
        }
        return found;
    }

    private static Service s3(AnnotationConfigApplicationContext context) {
        return context.getBeansOfType(Service.class).values().stream()
                .filter(service -> service.name().equals("S3"))
                .findFirst()
                .orElseThrow();
    }

    private static AwsSession session(Service service, AtomicLong nanos) {
        var settings = Settings.with(Map.of("concurrency", 1));
        var clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        var governor = new Governor(settings, Rates.read(settings.rates()), clock, BlockingStrategy.PARKING);
        var account = new Account(new Identity("111122223333", "aws"), "a", Access.DEFAULT, null, Instant.EPOCH);
        return new AwsSession(account, "eu-west-1", Map.of("S3", service), settings, governor);
    }
}
