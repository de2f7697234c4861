package io.shisei.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

class SharedListingTests {

    private final Api<Ec2Client> api = Api.of(Ec2Client.class, Ec2Client::builder, Ec2Client.serviceMetadata());
    private final AtomicInteger asked = new AtomicInteger();
    private final Site site = new Site("111122223333", "aws", "eu-west-1", 1, new Memory(), (of, region) -> {
        throw new IllegalStateException("no client is needed");
    });

    @Test
    void isAskedForOnceByAllThatWantIt() {
        var listing = listing(Stream.of("a", "b"));
        var listed = new ArrayList<String>();
        listing.shared().walk().run(site, listed::add, SharedListingTests::unexpected);
        assertThat(listed).containsExactly("a", "b");
        assertThat(site.all(listing)).containsExactly("a", "b");
        assertThat(asked).hasValue(1);
    }

    @Test
    void tellsAllOfAGap() {
        var listing = listing(Stream.of("a", "b").peek(each -> {
            if (each.equals("b")) {
                throw Probe.refused("RequestLimitExceeded");
            }
        }));
        var listed = new ArrayList<String>();
        var gaps = new ArrayList<Gap>();
        for (var time : List.of(1, 2)) {
            listing.shared().walk().run(site, listed::add, gaps::add);
            assertThat(gaps).as("gaps").hasSize(time);
        }
        assertThat(gaps.getLast().summary()).isEqualTo("ec2:DescribeSubnets RequestLimitExceeded");
        assertThat(listed).isEmpty();
    }

    private Listing<String> listing(Stream<String> answer) {
        return Listing.by(api.ask("ec2:DescribeSubnets"), at -> {
            asked.incrementAndGet();
            return answer;
        });
    }

    private static void unexpected(Gap gap) {
        throw new AssertionError(gap.summary());
    }
}
