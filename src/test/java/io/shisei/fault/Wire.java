package io.shisei.fault;

import io.shisei.test.Gate.Reply;
import io.shisei.test.Gate.Request;

/** Errors as AWS sends them, by protocol. */
final class Wire {

    private Wire() {}

    static Reply denied(Request request) {
        return switch (request.protocol()) {
            case "json" -> error(request, 400, "AccessDeniedException");
            case "rest-json" -> error(request, 403, "AccessDeniedException");
            case "ec2" -> error(request, 403, "UnauthorizedOperation");
            default -> error(request, 403, "AccessDenied");
        };
    }

    static Reply throttled(Request request) {
        return switch (request.protocol()) {
            case "json" -> error(request, 400, "ThrottlingException");
            case "rest-json" -> error(request, 429, "TooManyRequestsException");
            case "ec2" -> error(request, 503, "RequestLimitExceeded");
            case "rest-xml" -> isS3(request) ? error(request, 503, "SlowDown") : error(request, 400, "Throttling");
            default -> error(request, 400, "Throttling");
        };
    }

    static Reply failed(Request request) {
        return error(request, 500, "InternalFailure");
    }

    static Reply expired(Request request) {
        return json(request) ? error(request, 403, "ExpiredTokenException") : error(request, 400, "ExpiredToken");
    }

    static Reply unsupported(Request request) {
        return error(request, 400, unsupportedCode(request));
    }

    /** In the words in which EC2 has said so, in China and GovCloud. */
    static Reply notOffered(Request request) {
        return error(
                request,
                400,
                unsupportedCode(request),
                "The functionality you requested is not available in this region.");
    }

    private static String unsupportedCode(Request request) {
        return json(request) ? "UnsupportedOperationException" : "UnsupportedOperation";
    }

    /** Ends in the middle. */
    static Reply malformed(Request request) {
        return json(request)
                ? new Reply(200, "application/json", "{\"items\": [{\"name\": ")
                : new Reply(200, "text/xml", "<Answer><Items><Item><Name>");
    }

    /** Well formed, but nothing of what was asked for is in it. */
    static Reply nothing(Request request) {
        return json(request) ? new Reply(200, "application/json", "{}") : xml(200, "<Answer/>");
    }

    /** A captive portal's, say. */
    static Reply page() {
        return new Reply(200, "text/html", "<html><head><title>Sign in</title></head><body>Sign in</body></html>");
    }

    private static Reply error(Request request, int status, String code) {
        return error(request, status, code, "no");
    }

    private static Reply error(Request request, int status, String code, String message) {
        if (json(request)) {
            var body = "{\"__type\": \"%s\", \"message\": \"%s\"}".formatted(code, message);
            return new Reply(status, "application/json", body);
        }
        var error = "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message);
        return switch (request.protocol()) {
            case "ec2" -> xml(status, "<Response><Errors>" + error + "</Errors><RequestID>1</RequestID></Response>");
            case "query" -> xml(status, "<ErrorResponse>" + error + "</ErrorResponse>");
            case "rest-xml" -> xml(status, isS3(request) ? error : "<ErrorResponse>" + error + "</ErrorResponse>");
            default -> throw new IllegalStateException("how are errors told in protocol " + request.protocol() + "?");
        };
    }

    private static Reply xml(int status, String body) {
        return new Reply(status, "text/xml", body);
    }

    private static boolean json(Request request) {
        return request.protocol().endsWith("json");
    }

    private static boolean isS3(Request request) {
        return request.operation().startsWith("S3 ");
    }
}
