package io.shisei.account;

import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** How an account is reached: with the service's own credentials, or through a role (with an external id). */
public record Access(@Nullable String roleArn, @Nullable String externalId) {

    /** The credentials of the SDK's default chain, no role. */
    public static final Access DEFAULT = new Access(null, null);

    /** @throws Refusal.Invalid when that is no role, or an external id stands alone */
    public Access {
        Limits.atMost("roleArn", roleArn, Limits.ARN);
        Limits.atMost("externalId", externalId, Limits.EXTERNAL_ID);
        if (roleArn != null && !roleArn.matches("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+")) {
            throw new Refusal.Invalid(AccountCode.NOT_A_ROLE, "roleArn", roleArn);
        }
        if (externalId != null && roleArn == null) {
            throw new Refusal.Invalid(AccountCode.EXTERNAL_ID_ALONE, "externalId");
        }
    }
}
