package io.shisei.inventory;

/**
 * What could not be read, and why.
 *
 * @param action the IAM action that the call takes, {@code s3:GetBucketPublicAccessBlock}
 * @param error AWS's error code, or {@code Timeout}, {@code Unreachable}, {@code MalformedAnswer}
 * @param message what AWS said; may be empty
 */
public record Gap(String action, String error, String message) {

    /** Action and error, as a finding's reason shows them. */
    public String summary() {
        return action + " " + error;
    }
}
