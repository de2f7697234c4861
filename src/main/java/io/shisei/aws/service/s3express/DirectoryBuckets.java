package io.shisei.aws.service.s3express;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.shape.Shapes;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListDirectoryBucketsResponse;

/** Directory buckets. Their names all end alike; emulators list other buckets here too. */
final class DirectoryBuckets {

    private static final String SUFFIX = "--x-s3";

    static final Kind<Bucket, Bucket> KIND = Kind.listed(
                    "AWS::S3Express::DirectoryBucket",
                    Bucket.class,
                    Listing.of(
                                    S3Express.API.ask("s3express:ListAllMyDirectoryBuckets", "ListDirectoryBuckets"),
                                    s3 -> s3.listDirectoryBucketsPaginator(
                                            request -> request.maxDirectoryBuckets(1000)),
                                    ListDirectoryBucketsResponse::buckets)
                            .filter(bucket -> bucket.name().endsWith(SUFFIX)),
                    Naming.of((site, bucket) -> site.arn("s3express", "bucket/" + bucket.name()), Bucket::name))
            .part(
                    "LifecycleRules",
                    Shapes.list(LifecycleRule.class),
                    S3Express.API
                            .ask("s3express:GetLifecycleConfiguration", "GetBucketLifecycleConfiguration")
                            .none("NoSuchLifecycleConfiguration"),
                    (s3, bucket) ->
                            Pages.whole(s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket.name()))
                                    .rules()))
            .goneWhen("NoSuchBucket");

    private DirectoryBuckets() {}
}
