package io.shisei.aws.door;

import io.shisei.account.Access;
import io.shisei.account.AccountCode;
import io.shisei.refusal.Refusal;
import io.shisei.refusal.Refusal.Phrase;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/** Says in three sentences what was tried, what AWS answered, and what to do. */
final class RefusedAccess {

    private static final String ASSUMING = "sts:AssumeRole";

    private RefusedAccess() {}

    /**
     * What was tried.
     *
     * @param action in IAM's words
     * @param said what is said of it: the action, unless there is more to say
     */
    record Attempt(String action, Object said) {
        static Attempt of(String action) {
            return new Attempt(action, action);
        }

        static Attempt assuming(Access access) {
            var how = access.externalId() == null ? AccessPhrase.ASSUMING_WITHOUT_ID : AccessPhrase.ASSUMING_WITH_ID;
            return new Attempt(ASSUMING, new Phrase(how, String.valueOf(access.roleArn())));
        }
    }

    static Refusal of(Attempt tried, Region region, SdkException fault) {
        var gap = SdkFaults.gap(tried.action(), fault);
        var answer = new Phrase(
                AccessPhrase.ACCESS_TRIED,
                tried.said(),
                region.id(),
                answer(gap.error(), gap.message()),
                advice(gap.error(), tried.action()));
        return AccountCode.accessRefused(answer, fault);
    }

    private static Phrase answer(String code, String message) {
        return switch (code) {
            case SdkFaults.TIMEOUT -> new Phrase(AccessPhrase.AWS_SILENT);
            case SdkFaults.UNREACHABLE -> new Phrase(AccessPhrase.AWS_UNREACHABLE, sentence(message));
            case SdkFaults.NO_CREDENTIALS -> new Phrase(AccessPhrase.NO_CREDENTIALS_FOUND);
            default ->
                message.isBlank()
                        ? new Phrase(AccessPhrase.AWS_SAID_NO_MORE, code)
                        : new Phrase(AccessPhrase.AWS_SAID, code, sentence(message));
        };
    }

    private static Phrase advice(String code, String action) {
        return switch (code) {
            case SdkFaults.TIMEOUT, SdkFaults.UNREACHABLE -> new Phrase(AccessPhrase.CHECK_NETWORK);
            case SdkFaults.NO_CREDENTIALS -> new Phrase(AccessPhrase.GIVE_CREDENTIALS);
            case "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "SignatureDoesNotMatch",
                    "AuthFailure",
                    "InvalidAccessKeyId" -> new Phrase(AccessPhrase.CHECK_KEYS);
            case "ExpiredToken", "ExpiredTokenException", "RequestExpired" -> new Phrase(AccessPhrase.RENEW_TOKEN);
            case "RegionDisabledException", "OptInRequired" -> new Phrase(AccessPhrase.CHOOSE_ENABLED_REGION);
            case "AWSOrganizationsNotInUseException" -> new Phrase(AccessPhrase.GIVE_ORGANIZATION_ACCESS);
            default -> permission(action);
        };
    }

    private static Phrase permission(String action) {
        if (action.startsWith("organizations:")) {
            return new Phrase(AccessPhrase.USE_MANAGEMENT_ACCOUNT, action);
        }
        return action.equals(ASSUMING)
                ? new Phrase(AccessPhrase.CHECK_TRUST)
                : new Phrase(AccessPhrase.ALLOW_ACTION, action);
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
