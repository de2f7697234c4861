package io.shisei.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.Gap;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MissingReadTests {

    @Test
    void saysEachRefusalOnceWithAllItsPlacesTheDeniedFirst() {
        var busy = new Gap("ec2:DescribeVpcs", "RequestLimitExceeded", "slow down");
        var denied = new Gap("s3:GetBucketPolicy", "AccessDenied", "not b");
        var again = new Gap("s3:GetBucketPolicy", "AccessDenied", "not c");
        var missing = MissingRead.of(
                List.of(read("us-east-1", counted(busy, 0), counted(denied, 2)), read("eu-west-1", counted(again, 3))));
        assertThat(missing)
                .extracting(it -> it.gap().action())
                .containsExactly("s3:GetBucketPolicy", "ec2:DescribeVpcs");
        assertThat(missing.getFirst().regions()).containsExactly("eu-west-1", "us-east-1");
        assertThat(missing.getFirst().resources()).isEqualTo(5);
        assertThat(missing.getFirst().gap().message()).isEqualTo("not b");
    }

    @Test
    void knowsADenialInTheWordsOfEachService() {
        assertThat(Stream.of(
                        "AccessDenied",
                        "AccessDeniedException",
                        "UnauthorizedOperation",
                        "AuthorizationError",
                        "AuthorizationErrorException",
                        "ForbiddenException"))
                .allMatch(error -> new Gap("a:B", error, "").denied());
        assertThat(Stream.of("Throttling", "Timeout", "AuthFailure", "OptInRequired", "Http500"))
                .noneMatch(error -> new Gap("a:B", error, "").denied());
    }

    private static Coverage.CountedGap counted(Gap gap, long resources) {
        return new Coverage.CountedGap(gap, resources);
    }

    private static Coverage read(String region, Coverage.CountedGap... gaps) {
        var now = Instant.EPOCH;
        return new Coverage(region, "x", Coverage.State.GAPS, 1, 0, 0, 0, 0, 0, 1, 0, 0, List.of(gaps), now, now);
    }
}
