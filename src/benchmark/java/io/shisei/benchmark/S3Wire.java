package io.shisei.benchmark;

import io.shisei.benchmark.StubAccount.Kind;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** S3 as REST XML. A bucket's name tells its region and number. */
record S3Wire(StubAccount account) {

    Reply answer(Asked asked) {
        if (asked.path().equals("/")) {
            return buckets(asked);
        }
        var name = asked.path().substring(1).replace("/", "");
        return asked.parameters().keySet().stream()
                .flatMap(part -> Stream.ofNullable(part(part, name)))
                .findFirst()
                .orElseGet(() -> NothingWire.answer(asked));
    }

    /** What a bucket has of this part; null where it is no part of those known here. */
    private @Nullable Reply part(String part, String bucket) {
        return switch (part) {
            case "publicAccessBlock" -> block(bucket);
            case "policy" -> Reply.error("s3 GetBucketPolicy", 404, "NoSuchBucketPolicy");
            case "lifecycle" -> Reply.error("s3 GetBucketLifecycleConfiguration", 404, "NoSuchLifecycleConfiguration");
            case "ownershipControls" -> owned();
            case "acl" -> acl();
            case "logging" -> Reply.xml("s3 GetBucketLogging", "<BucketLoggingStatus/>");
            default -> null;
        };
    }

    private static Reply owned() {
        return Reply.xml(
                "s3 GetBucketOwnershipControls",
                "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>");
    }

    private static Reply acl() {
        return Reply.xml("s3 GetBucketAcl", """
                <AccessControlPolicy><Owner><ID>1</ID></Owner><AccessControlList><Grant>\
                <Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>1</ID></Grantee>\
                <Permission>FULL_CONTROL</Permission></Grant></AccessControlList></AccessControlPolicy>\
                """);
    }

    private Reply buckets(Asked asked) {
        var region = asked.parameter("bucket-region");
        var from = Asked.from(asked.parameter("continuation-token"));
        var size = Integer.parseInt(asked.parameter("max-buckets"));
        var buckets = account.page(Kind.BUCKETS, region, from, size)
                .mapToObj(number -> "<Bucket><Name>%s.bucket-%d</Name><CreationDate>2024-05-01T10:00:00.000Z"
                                .formatted(region, number)
                        + "</CreationDate><BucketRegion>" + region + "</BucketRegion></Bucket>")
                .collect(Collectors.joining());
        return Reply.xml(
                "s3 ListBuckets",
                "<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>1</ID></Owner>"
                        + "<Buckets>" + buckets + "</Buckets>"
                        + Reply.next("ContinuationToken", account.more(Kind.BUCKETS, from, size), from + size)
                        + "</ListAllMyBucketsResult>");
    }

    private Reply block(String name) {
        var dot = name.indexOf(".bucket-");
        var region = name.substring(0, dot);
        var number = Integer.parseInt(name.substring(dot + ".bucket-".length()));
        if (!account.exists(Kind.BUCKETS, region, number)) {
            return Reply.error("s3 GetPublicAccessBlock", 404, "NoSuchBucket");
        }
        var bad = account.bad(Kind.BUCKETS, region, number);
        if (bad && number % 2 == 0) {
            return Reply.error("s3 GetPublicAccessBlock", 404, "NoSuchPublicAccessBlockConfiguration");
        }
        return Reply.xml("s3 GetPublicAccessBlock", """
                <PublicAccessBlockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\
                <BlockPublicAcls>%s</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>\
                <BlockPublicPolicy>true</BlockPublicPolicy>\
                <RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>\
                """.formatted(!bad));
    }
}
