package io.shisei.api.problem;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Every kind of problem that the API answers. Callers may rely on the URI and the status. */
public enum ProblemType {
    MALFORMED("The request is malformed", HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED("A login is needed", HttpStatus.UNAUTHORIZED),
    FORBIDDEN("This is not allowed to you", HttpStatus.FORBIDDEN),
    CROSS_SITE("A page of another site asked for this", HttpStatus.FORBIDDEN),
    NOT_FOUND("There is no such thing", HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED("This cannot be done here", HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE("There is no such representation", HttpStatus.NOT_ACCEPTABLE),
    ALREADY_WATCHED("The account is being watched already", HttpStatus.CONFLICT),
    SCAN_RUNNING("A scan of the account is running", HttpStatus.CONFLICT),
    SYNC_RUNNING("The organization is being synced", HttpStatus.CONFLICT),
    CONCURRENT("It was changed at the same moment", HttpStatus.CONFLICT),
    STALE("It was changed since it was read", HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE("The request is too large", HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE("The body is of a type that is not read here", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    ACCESS_REFUSED("AWS does not let us in", HttpStatus.UNPROCESSABLE_CONTENT),
    IMPOSSIBLE("The request cannot be met", HttpStatus.UNPROCESSABLE_CONTENT),
    IF_MATCH_NEEDED("The header If-Match is needed", HttpStatus.PRECONDITION_REQUIRED),
    TOO_MANY_ATTEMPTS("Too many attempts", HttpStatus.TOO_MANY_REQUESTS),
    TOO_MANY_EXPORTS("Too many exports are being written", HttpStatus.TOO_MANY_REQUESTS),
    TOO_MANY_STREAMS("Too many event streams are open", HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL("The service has failed", HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE("The database cannot do this just now", HttpStatus.SERVICE_UNAVAILABLE);

    private final String title;
    private final HttpStatus status;

    ProblemType(String title, HttpStatus status) {
        this.title = title;
        this.status = status;
    }

    public String uri() {
        return "urn:shisei:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public HttpStatus status() {
        return status;
    }

    /** The type for an error that others answer with {@code status}; those that no type has are the caller's, as 501. */
    static ProblemType of(HttpStatusCode status) {
        return Arrays.stream(values())
                .filter(type -> type.status.isSameCodeAs(status))
                .findFirst()
                .orElse(MALFORMED);
    }
}
