package io.shisei.account;

import io.shisei.refusal.Limits;
import org.jspecify.annotations.Nullable;

/** How an account is reached: with the service's own credentials, or through a role (with an external id). */
public record Access(@Nullable String roleArn, @Nullable String externalId) {

    /** The credentials of the SDK's default chain, no role. */
    public static final Access DEFAULT = new Access(null, null);

    public Access {
        Limits.atMost("roleArn", roleArn, Limits.ARN);
        Limits.atMost("externalId", externalId, Limits.EXTERNAL_ID);
        if (roleArn != null && !roleArn.matches("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+")) {
            throw new IllegalArgumentException(
                    "'" + roleArn + "' is not the ARN of a role, such as arn:aws:iam::123456789012:role/shisei");
        }
        if (externalId != null && roleArn == null) {
            throw new IllegalArgumentException("an external id is used with a role: give the role's ARN too");
        }
    }
}
