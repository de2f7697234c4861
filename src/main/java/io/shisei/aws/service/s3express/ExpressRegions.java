package io.shisei.aws.service.s3express;

import java.util.List;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.ServicePartitionMetadata;

/**
 * Where S3 Express One Zone is, of which the SDK has no table; as of 2026-11 by
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/endpoint-directory-buckets-AZ.html">AWS's list</a>. A
 * region that is not here is asked too.
 */
final class ExpressRegions implements ServiceMetadata {

    @Override
    public List<Region> regions() {
        return List.of(
                Region.US_EAST_1,
                Region.US_EAST_2,
                Region.US_WEST_2,
                Region.AP_SOUTH_1,
                Region.AP_NORTHEAST_1,
                Region.EU_WEST_1,
                Region.EU_NORTH_1);
    }

    @Override
    public List<ServicePartitionMetadata> servicePartitions() {
        return List.of();
    }
}
