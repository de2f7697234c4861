package io.shisei.control.remediation;

/**
 * The resource that is to be mended.
 *
 * @param type as CloudFormation calls it, {@code AWS::S3::Bucket}
 * @param region the resource's, or {@code global}
 */
public record Failing(String type, String arn, String accountId, String region) {}
