package io.shisei.aws.kind;

import java.util.Set;

/**
 * A call that a collector makes.
 *
 * @param type the resource type that is read, {@code AWS::S3::Bucket}
 * @param role what the answer is for
 * @param field the field that a part fills; empty for the other roles
 * @param api the SDK's client, {@code S3Client}
 * @param operation as the API calls it, {@code GetPublicAccessBlock}
 * @param action what IAM has to allow, {@code s3:GetBucketPublicAccessBlock}
 * @param resources for which, as their ARNs stand behind the partition; empty for all
 * @param everywhere whether AWS has it in every region
 */
public record Call(
        String type,
        Role role,
        String field,
        Class<?> api,
        String operation,
        String action,
        Set<String> resources,
        boolean everywhere) {

    /**
     * What is lost when a call fails: the listing, the main fields of some resources, one field of one, or the tags of some,
     * which no verdict hangs on.
     */
    public enum Role {
        LISTING,
        DETAIL,
        PART,
        TAGS
    }
}
