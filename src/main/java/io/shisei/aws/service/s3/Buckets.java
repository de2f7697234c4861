package io.shisei.aws.service.s3;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import io.shisei.inventory.FieldType.Scalar;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** Buckets, each read in its own region. */
final class Buckets {

    private static final Listing<Bucket> OF_REGION = Listing.by(
                    S3.API.ask("s3:ListAllMyBuckets", "ListBuckets"),
                    site -> Pages.items(
                            site.client(S3.API)
                                    .listBucketsPaginator(request ->
                                            request.bucketRegion(site.region()).maxBuckets(10_000)),
                            ListBucketsResponse::buckets))
            .within(S3.API.ask("s3:GetBucketLocation").none("NoSuchBucket"), Buckets::here);

    static final Kind<Bucket, Bucket> KIND = Kind.listed(
                    "AWS::S3::Bucket",
                    Bucket.class,
                    OF_REGION,
                    Naming.<Bucket>of(
                                    (site, bucket) -> "arn:" + site.partition() + ":s3:::" + bucket.name(),
                                    Bucket::name)
                            .taggedAs("s3:bucket"))
            .part(
                    "PublicAccessBlockConfiguration",
                    PublicAccessBlockConfiguration.class,
                    S3.API
                            .ask("s3:GetBucketPublicAccessBlock", "GetPublicAccessBlock")
                            .none("NoSuchPublicAccessBlockConfiguration"),
                    (s3, bucket) -> s3.getPublicAccessBlock(request -> request.bucket(bucket.name()))
                            .publicAccessBlockConfiguration())
            .part(
                    AccountBlock.FIELD,
                    Shapes.struct(software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration.class),
                    List.of(AccountBlock.ASK),
                    (site, listed, bucket) -> AccountBlock.of(site))
            .part(
                    "Policy",
                    Scalar.STRING,
                    S3.API.ask("s3:GetBucketPolicy").none("NoSuchBucketPolicy"),
                    (s3, bucket) -> s3.getBucketPolicy(request -> request.bucket(bucket.name()))
                            .policy())
            .part(
                    "AccessControlPolicy",
                    AccessControlPolicy.class,
                    S3.API.ask("s3:GetBucketAcl"),
                    (s3, bucket) -> acl(s3.getBucketAcl(request -> request.bucket(bucket.name()))))
            .part(
                    "OwnershipControls",
                    OwnershipControls.class,
                    S3.API.ask("s3:GetBucketOwnershipControls").none("OwnershipControlsNotFoundError"),
                    (s3, bucket) -> s3.getBucketOwnershipControls(request -> request.bucket(bucket.name()))
                            .ownershipControls())
            .part(
                    "BucketLogging",
                    GetBucketLoggingResponse.class,
                    S3.API.ask("s3:GetBucketLogging"),
                    (s3, bucket) -> s3.getBucketLogging(request -> request.bucket(bucket.name())))
            .part(
                    "LifecycleRules",
                    Shapes.list(LifecycleRule.class),
                    S3.API
                            .ask("s3:GetLifecycleConfiguration", "GetBucketLifecycleConfiguration")
                            .none("NoSuchLifecycleConfiguration"),
                    (s3, bucket) ->
                            Pages.whole(s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket.name()))
                                    .rules()))
            .goneWhen("NoSuchBucket");

    private Buckets() {}

    private static AccessControlPolicy acl(GetBucketAclResponse answer) {
        return AccessControlPolicy.builder()
                .owner(answer.owner())
                .grants(Pages.whole(answer.grants()))
                .build();
    }

    /** AWS says where a bucket is when it lists; emulators may have to be asked. */
    private static Stream<Bucket> here(Site site, Bucket bucket) {
        var region = bucket.bucketRegion() == null ? location(site, bucket) : bucket.bucketRegion();
        return region.equals(site.region()) ? Stream.of(bucket) : Stream.empty();
    }

    /** Older than regions: none is us-east-1, and EU is eu-west-1. */
    private static String location(Site site, Bucket bucket) {
        var location = site.client(S3.API)
                .getBucketLocation(request -> request.bucket(bucket.name()))
                .locationConstraintAsString();
        return location == null || location.isEmpty() ? "us-east-1" : location.equals("EU") ? "eu-west-1" : location;
    }
}
