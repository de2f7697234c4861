package io.shisei.api.problem;

import io.shisei.api.problem.Problem.Field;
import io.shisei.paging.PageRequest.InvalidPage;
import io.shisei.security.CrossSite;
import io.shisei.security.TooManyAttempts;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.exc.JacksonIOException;

/** A problem and the headers that go with it. */
record ProblemAnswer(Problem problem, HttpHeaders headers) {

    /** What to say of anything that can be thrown on the way. */
    static ProblemAnswer to(Throwable exception) {
        return switch (exception) {
            case BadCall e -> of(e.type(), text(e), e.errors());
            case InvalidPage e -> to(BadCall.malformed(e.parameter(), text(e)));
            case NoSuchElementException e -> of(ProblemType.NOT_FOUND, "there is no such thing (any more)");
            default -> toSpring(exception);
        };
    }

    private static ProblemAnswer toSpring(Throwable exception) {
        return switch (exception) {
            case HttpMessageNotReadableException e -> Bodies.answer(e);
            case JacksonIOException e -> Bodies.answer(e);
            case MethodArgumentTypeMismatchException e -> BadValues.answer(e);
            case MissingRequestHeaderException e -> BadValues.answer(e);
            case TooManyAttempts e -> of(ProblemType.TOO_MANY_ATTEMPTS, e).after(e.seconds());
            case InternalAuthenticationServiceException e -> Faults.answer(e);
            case AuthenticationException e ->
                of(ProblemType.UNAUTHENTICATED, "show a user name and a password, or an API token, that is valid");
            case CrossSite e -> of(ProblemType.CROSS_SITE, e);
            case AccessDeniedException e -> of(ProblemType.FORBIDDEN, "this login may not do that");
            case RequestRejectedException e -> of(ProblemType.MALFORMED, "the URL or a header is malformed");
            case ErrorResponse e ->
                new ProblemAnswer(
                        Problem.of(ProblemType.of(e.getStatusCode()), BadValues.detail(e))
                                .as(e.getStatusCode().value()),
                        copy(e.getHeaders()));
            default -> Faults.answer(exception);
        };
    }

    /** What to say when {@code status} was answered by something that knows nothing of problems. */
    static ProblemAnswer refusedWith(int status) {
        var type = ProblemType.of(HttpStatusCode.valueOf(status));
        return new ProblemAnswer(
                Problem.of(type, "the call cannot be read or carried out as it was sent")
                        .as(status),
                new HttpHeaders());
    }

    static ProblemAnswer of(ProblemType type, String detail) {
        return new ProblemAnswer(Problem.of(type, detail), new HttpHeaders());
    }

    static ProblemAnswer of(ProblemType type, String detail, List<Field> errors) {
        return new ProblemAnswer(Problem.of(type, detail, errors), new HttpHeaders());
    }

    private static ProblemAnswer of(ProblemType type, Exception exception, Field... errors) {
        return of(type, exception, List.of(errors));
    }

    private static ProblemAnswer of(ProblemType type, Exception exception, List<Field> errors) {
        return of(type, text(exception), errors);
    }

    /** @param url of the scan that stands in the way */
    ProblemAnswer withScan(String url) {
        return new ProblemAnswer(problem.with(url), headers).with(HttpHeaders.LOCATION, url);
    }

    /** @param seconds after which trying again makes sense */
    ProblemAnswer after(long seconds) {
        return with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    private ProblemAnswer with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    static String text(Throwable exception) {
        var message = exception.getMessage();
        return message == null ? "" : message;
    }

    private static HttpHeaders copy(HttpHeaders headers) {
        var copy = new HttpHeaders();
        copy.putAll(headers);
        return copy;
    }
}
