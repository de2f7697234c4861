package io.shisei.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListingTests {

    private static final ResourceType BUCKET = new ResourceType(
            "AWS::S3::Bucket",
            "S3",
            Set.of(Scope.REGIONAL),
            new FieldType.Struct("s3.Bucket", Map::of),
            List.of("s3:ListAllMyBuckets"),
            Map.of("Block", Set.of("s3:GetBucketPublicAccessBlock"), "Policy", Set.of("s3:GetBucketPolicy")),
            Set.of());

    private final Listing listing = new Listing(
            "123456789012", "eu-west-1", BUCKET.name(), UUID.randomUUID(), Instant.EPOCH, Set.of("Block"), null);

    @Test
    void showsWhatWasAskedForAndWhatEachListingHas() {
        assertThat(listing.shows(BUCKET, Set.of("Name", "Block"))).isTrue();
    }

    @Test
    void doesNotShowPartsThatWereNotAskedFor() {
        assertThat(listing.shows(BUCKET, Set.of("Block", "Policy"))).isFalse();
    }
}
