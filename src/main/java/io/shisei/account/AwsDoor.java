package io.shisei.account;

import java.util.List;

/** What registering an account has to ask AWS before the account is known. */
public interface AwsDoor {

    /**
     * The account behind {@code access}, as {@code sts:GetCallerIdentity} tells it.
     *
     * @throws io.shisei.refusal.Refusal {@link AccountCode#ACCESS_REFUSED}, when credentials are missing or wrong, the role cannot be assumed, or AWS cannot be reached
     */
    Identity identify(Access access);

    /**
     * The regions that are enabled for the account behind {@code access}.
     *
     * @throws io.shisei.refusal.Refusal as {@link #identify}
     */
    List<String> enabledRegions(Access access);

    /**
     * The ARN by which the trust policy of a role names the identity that the service itself runs as.
     *
     * @throws io.shisei.refusal.Refusal as {@link #identify}
     */
    String principal();
}
