package io.shisei.test;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types of resources, where a test needs some. */
public final class Types {

    public static final ResourceType BUCKET = regional("AWS::S3::Bucket", "S3", "s3:ListAllMyBuckets");

    private Types() {}

    /** Listed by region, without fields and parts. */
    public static ResourceType regional(String name, String service, String listing) {
        return new ResourceType(
                name,
                service,
                Set.of(Scope.REGIONAL),
                new FieldType.Struct(name, Map::of),
                List.of(listing),
                Map.of(),
                Set.of());
    }
}
