package io.shisei.test;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Buckets, where a test needs resources of some type. */
public final class Buckets {

    /** Listed by region, without parts. */
    public static final ResourceType TYPE = new ResourceType(
            "AWS::S3::Bucket",
            "S3",
            Set.of(Scope.REGIONAL),
            new FieldType.Struct("s3.Bucket", Map::of),
            List.of("s3:ListAllMyBuckets"),
            Map.of(),
            Set.of());

    private Buckets() {}
}
