package io.shisei.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.Listing.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTests {

    private static final ResourceType BUCKET = new ResourceType(
            "AWS::S3::Bucket",
            "S3",
            Set.of(Scope.REGIONAL),
            new FieldType.Struct("s3.Bucket", Map::of),
            List.of("s3:ListAllMyBuckets"),
            Map.of(
                    "Block", Set.of("s3:GetBucketPublicAccessBlock"),
                    "Policy", Set.of("s3:GetBucketPolicy"),
                    "Acl", Set.of("s3:GetBucketAcl")),
            Set.of());

    private static final Reading EARLIER = new Reading(UUID.randomUUID(), Instant.EPOCH, Set.of("Policy", "Logging"));
    private static final Reading LAST = new Reading(UUID.randomUUID(), Instant.EPOCH.plusSeconds(60), Set.of("Block"));

    @Test
    void showsWhatWasAskedForAndWhatEachListingHas() {
        assertThat(listing(null).showing(BUCKET, Set.of("Name", "Block"))).hasValue(LAST);
    }

    @Test
    void doesNotShowPartsThatWereNotAskedFor() {
        assertThat(listing(null).showing(BUCKET, Set.of("Block", "Policy"))).isEmpty();
    }

    @Test
    void owesPartsThatTheLastOneDidNotAskForToAnEarlierOne() {
        assertThat(listing(EARLIER).showing(BUCKET, Set.of("Block", "Policy"))).hasValue(EARLIER);
        assertThat(listing(EARLIER).showing(BUCKET, Set.of("Block"))).hasValue(LAST);
        assertThat(listing(EARLIER).showing(BUCKET, Set.of("Policy", "Acl"))).isEmpty();
    }

    private static Listing listing(@Nullable Reading earlier) {
        return new Listing("123456789012", "eu-west-1", BUCKET.name(), LAST, earlier, null);
    }
}
