package io.shisei.aws.door;

import io.shisei.inventory.Gap;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** What the SDK throws, in the words of a {@link Gap}. */
public final class SdkFaults {

    static final String TIMEOUT = "Timeout";
    static final String UNREACHABLE = "Unreachable";
    static final String MALFORMED = "MalformedAnswer";
    static final String NO_CREDENTIALS = "NoCredentials";

    private static final Set<String> NOT_OFFERED = Set.of("UnsupportedOperation", "UnsupportedOperationException");

    private static final Pattern LACKING = Pattern.compile(
            "\\b(not|isn't|aren't) (yet |currently )?(available|supported) in (this|the current) region\\b",
            Pattern.CASE_INSENSITIVE);

    private SdkFaults() {}

    /** The gap that {@code fault} leaves where a call taking {@code action} should have answered. */
    public static Gap gap(String action, RuntimeException fault) {
        return new Gap(action, code(fault), message(fault));
    }

    /** AWS's error code, or what came between. */
    public static String code(RuntimeException fault) {
        return switch (fault) {
            case AwsServiceException answered -> answeredCode(answered);
            case ApiCallTimeoutException ignored -> TIMEOUT;
            case ApiCallAttemptTimeoutException ignored -> TIMEOUT;
            default -> message(fault).startsWith("Unable to load credentials") ? NO_CREDENTIALS : transportCode(fault);
        };
    }

    /** Whether the same call might be answered when it is made again: AWS was busy, or the way to it was closed. */
    public static boolean mayPass(RuntimeException fault) {
        return fault instanceof AwsServiceException answered
                ? answered.isThrottlingException() || answered.statusCode() >= 500
                : Set.of(TIMEOUT, UNREACHABLE).contains(code(fault));
    }

    /**
     * Whether AWS says in so many words that the region lacks what was asked for. EC2's code alone says less: "the returned
     * message provides details" (Error codes for the Amazon EC2 API), and emulators have it for what they do not know.
     */
    public static boolean isNotOffered(RuntimeException fault) {
        return fault instanceof AwsServiceException answered
                && NOT_OFFERED.contains(answeredCode(answered))
                && LACKING.matcher(message(fault)).find();
    }

    private static String answeredCode(AwsServiceException answered) {
        var details = answered.awsErrorDetails();
        return details == null
                        || details.errorCode() == null
                        || details.errorCode().isEmpty()
                ? "Http" + answered.statusCode()
                : details.errorCode();
    }

    private static String transportCode(Throwable fault) {
        if (causes(fault).anyMatch(SocketTimeoutException.class::isInstance)) {
            return TIMEOUT;
        }
        return causes(fault).anyMatch(IOException.class::isInstance) && !malformed(fault) ? UNREACHABLE : MALFORMED;
    }

    /** JSON parsers complain with IOExceptions too. */
    private static boolean malformed(Throwable fault) {
        return causes(fault)
                .anyMatch(cause -> cause.getClass().getName().contains(".json")
                        || cause.getClass().getName().contains("jackson"));
    }

    private static String message(RuntimeException fault) {
        if (fault instanceof AwsServiceException answered && answered.awsErrorDetails() != null) {
            var said = answered.awsErrorDetails().errorMessage();
            return said == null ? "" : said;
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
