package io.shisei.aws.door;

import io.shisei.account.Access;
import io.shisei.account.AccountCode;
import io.shisei.refusal.Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/** Says in three sentences what was tried, what AWS answered, and what to do. */
final class RefusedAccess {

    private RefusedAccess() {}

    static String assuming(Access access) {
        return "sts:AssumeRole of " + access.roleArn()
                + (access.externalId() == null ? " without an external id" : " with the external id given");
    }

    static Refusal of(String tried, Region region, SdkException fault) {
        var gap = SdkFaults.gap(tried, fault);
        return AccountCode.accessRefused(
                "Tried %s in %s. %s %s"
                        .formatted(tried, region, answer(gap.error(), gap.message()), advice(gap.error(), tried)),
                fault);
    }

    private static String answer(String code, String message) {
        return switch (code) {
            case SdkFaults.TIMEOUT -> "No answer came in time.";
            case SdkFaults.UNREACHABLE -> "AWS could not be reached: " + sentence(message);
            case SdkFaults.NO_CREDENTIALS -> "No credentials were found.";
            default -> "AWS answered " + code + (message.isBlank() ? "." : ": " + sentence(message));
        };
    }

    private static String advice(String code, String tried) {
        return switch (code) {
            case SdkFaults.TIMEOUT, SdkFaults.UNREACHABLE ->
                "Check the network, the proxy, AWS_REGION and AWS_ENDPOINT_URL where the service runs.";
            case SdkFaults.NO_CREDENTIALS ->
                "Give the service AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile in ~/.aws, or the role of its instance, task or pod.";
            case "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "SignatureDoesNotMatch",
                    "AuthFailure",
                    "InvalidAccessKeyId" ->
                "Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; accounts in China and GovCloud also need AWS_REGION to be one of theirs.";
            case "ExpiredToken", "ExpiredTokenException", "RequestExpired" ->
                "Renew the session token (AWS_SESSION_TOKEN or aws sso login), and check this machine's clock.";
            case "RegionDisabledException", "OptInRequired" ->
                "Set AWS_REGION to a region that is enabled for the account.";
            case "AWSOrganizationsNotInUseException" ->
                "Give the access of an account that is in an organization: its management account or a delegated administrator.";
            default -> permission(tried);
        };
    }

    private static String permission(String tried) {
        if (tried.startsWith("organizations:")) {
            return "Use the management account, or a delegated administrator of AWS Organizations, and allow " + tried
                    + " in the IAM policy of the identity being used.";
        }
        return tried.startsWith("sts:AssumeRole")
                ? "Check that the role exists, that its trust policy names the service's own identity and this external id,"
                        + " and that this identity may call sts:AssumeRole on it."
                : "Allow " + tried + " in the IAM policy of the identity being used.";
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
