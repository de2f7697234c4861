package io.shisei.account.organization;

import io.shisei.account.Access;
import io.shisei.account.AccountCode;
import io.shisei.account.Identity;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The role by which members of an organization are reached, the same in each: {@code template} is an ARN with
 * {@code {accountId}}, and may have {@code {partition}}.
 */
public record MemberRole(String template, @Nullable String externalId) {

    /** @throws Refusal.Invalid when the template does not make the ARN of a role for each account */
    public MemberRole {
        Limits.atMost("memberRole", template, Limits.ARN);
        Limits.atMost("memberExternalId", externalId, Limits.EXTERNAL_ID);
        if (!template.matches("arn:(\\{partition}|aws[a-z-]*):iam::\\{accountId}:role/[\\w+=,.@/-]+")) {
            throw new Refusal.Invalid(AccountCode.NOT_A_MEMBER_ROLE, "memberRole", template);
        }
    }

    /** The way into one member. */
    Access access(Identity member) {
        var arn = template.replace("{partition}", member.partition()).replace("{accountId}", member.accountId());
        return new Access(arn, externalId);
    }
}
