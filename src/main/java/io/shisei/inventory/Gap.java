package io.shisei.inventory;

import java.util.regex.Pattern;

/**
 * What could not be read, and why.
 *
 * @param action the IAM action that the call takes, {@code s3:GetBucketPublicAccessBlock}
 * @param error AWS's error code, or {@code Timeout}, {@code Unreachable}, {@code MalformedAnswer}, {@link #NOT_ASKED}
 * @param message what AWS said; may be empty
 */
public record Gap(String action, String error, String message) {

    /** The error where only scans have seen the resource that are limited to controls which do not read the part. */
    public static final String NOT_ASKED = "NotAsked";

    /** How services call it: AccessDenied, AccessDeniedException, UnauthorizedOperation, AuthorizationError, Forbidden. */
    private static final Pattern DENIAL = Pattern.compile(
            "access ?denied|unauthori[sz]ed|not ?authori[sz]ed|authori[sz]ation ?error|forbidden",
            Pattern.CASE_INSENSITIVE);

    /** Whether AWS lacked a permission: the action, allowed, would mend it. */
    public boolean denied() {
        return DENIAL.matcher(error).find();
    }

    /** Action and error, as a finding's reason shows them. */
    public String summary() {
        return action + " " + error;
    }
}
