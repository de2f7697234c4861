package io.shisei.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.aws.kind.FakeAws.Reply;
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
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ServiceTimeoutTests {

    private static final String BLOCK = "PublicAccessBlockConfiguration";
    private static final String ONE_BUCKET = """
            <ListAllMyBucketsResult><Buckets><Bucket><Name>logs</Name><BucketRegion>eu-west-1</BucketRegion></Bucket>
            </Buckets></ListAllMyBucketsResult>""";

    @Test
    void keepsWhatWasReadAndLeavesGapsForTheRest() throws Exception {
        var nanos = new AtomicLong();
        List<Resource> found = Collections.synchronizedList(new ArrayList<>());
        try (var context = new AnnotationConfigApplicationContext("io.shisei.aws.service");
                var aws = FakeAws.answering(request -> {
                    nanos.set(Duration.ofMinutes(16).toNanos());
                    return Reply.xml(200, ONE_BUCKET);
                });
                var session = session(s3(context), nanos)) {
            var bucket = s3(context).types().stream()
                    .filter(type -> type.name().equals("AWS::S3::Bucket"))
                    .findFirst()
                    .orElseThrow();
            var collected = session.collect("S3", Map.<ResourceType, Set<String>>of(bucket, Set.of(BLOCK)), found::add);
            assertThat(collected.unlisted()).isEmpty();
            assertThat(aws.requests()).isOne();
        }
        assertThat(found).singleElement().satisfies(bucket -> {
            assertThat(bucket.name()).isEqualTo("logs");
            assertThat(bucket.document().gaps().get(BLOCK).summary())
                    .isEqualTo("s3:GetBucketPublicAccessBlock Timeout");
        });
    }

    private static Service s3(AnnotationConfigApplicationContext context) {
        return context.getBeansOfType(Service.class).values().stream()
                .filter(service -> service.name().equals("S3"))
                .findFirst()
                .orElseThrow();
    }

    private static AwsSession session(Service service, AtomicLong nanos) {
        var settings = Settings.with(Map.of());
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
