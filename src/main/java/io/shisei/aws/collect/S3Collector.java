package io.shisei.aws.collect;

import io.shisei.aws.Api;
import io.shisei.aws.Shapes;
import io.shisei.aws.Site;
import io.shisei.inventory.Scope;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** Buckets, each read in its own region. */
@Component
class S3Collector extends ServiceCollector {

    static final Api<S3Client> S3 = Api.of(S3Client.class, S3Collector::builder, S3Client.serviceMetadata());

    private static final Kind<Bucket> BUCKET = Kind.listed(
                    "AWS::S3::Bucket",
                    Bucket.class,
                    Listing.of("s3:ListAllMyBuckets", "ListBuckets", S3Collector::buckets)
                            .within("s3:GetBucketLocation", "GetBucketLocation", S3Collector::here, "NoSuchBucket"),
                    Naming.of((site, bucket) -> "arn:" + site.partition() + ":s3:::" + bucket.name(), Bucket::name))
            .part(
                    "PublicAccessBlockConfiguration",
                    Shapes.struct(PublicAccessBlockConfiguration.class),
                    "s3:GetBucketPublicAccessBlock",
                    "GetPublicAccessBlock",
                    (site, bucket) -> site.client(S3)
                            .getPublicAccessBlock(request -> request.bucket(bucket.name()))
                            .publicAccessBlockConfiguration(),
                    "NoSuchPublicAccessBlockConfiguration")
            .goneWhen("NoSuchBucket");

    S3Collector() {
        super("S3", Scope.REGIONAL, S3, BUCKET);
    }

    /** Emulators have no host name for each bucket. */
    private static S3ClientBuilder builder() {
        return S3Client.builder().forcePathStyle(Api.emulated());
    }

    private static Stream<Bucket> buckets(Site site) {
        var pages = site.client(S3)
                .listBucketsPaginator(
                        request -> request.bucketRegion(site.region()).maxBuckets(10_000));
        return Pages.of(pages, ListBucketsResponse::hasBuckets, ListBucketsResponse::continuationToken)
                .flatMap(page -> page.buckets().stream());
    }

    /** AWS says where a bucket is when it lists; emulators may have to be asked. */
    private static Stream<Bucket> here(Site site, Bucket bucket) {
        var region = bucket.bucketRegion() == null ? location(site, bucket) : bucket.bucketRegion();
        return region.equals(site.region()) ? Stream.of(bucket) : Stream.empty();
    }

    /** Older than regions: none is us-east-1, and EU is eu-west-1. */
    private static String location(Site site, Bucket bucket) {
        var location = site.client(S3)
                .getBucketLocation(request -> request.bucket(bucket.name()))
                .locationConstraintAsString();
        return location == null || location.isEmpty() ? "us-east-1" : location.equals("EU") ? "eu-west-1" : location;
    }
}
