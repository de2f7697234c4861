package io.shisei.api.problem;

import io.shisei.account.AccessRefused;
import io.shisei.account.OrganizationSettings.UnknownOu;
import io.shisei.account.Organizations.SyncRunning;
import io.shisei.account.Registration.AlreadyWatched;
import io.shisei.account.Registration.UnknownRegion;
import io.shisei.api.problem.Problem.Field;
import io.shisei.control.Controls.InvalidSetting;
import io.shisei.finding.StaleFinding;
import io.shisei.paging.PageRequest.InvalidPage;
import io.shisei.scan.ScanRefused;
import io.shisei.schedule.EmptyOu;
import io.shisei.schedule.InvalidCron;
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
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A problem and the headers that go with it. */
record Answer(Problem problem, HttpHeaders headers) {

    /** What to say of anything that can be thrown on the way. */
    static Answer to(Throwable exception) {
        return switch (exception) {
            case Refused e -> of(e.type(), e, e.errors());
            case ScanRefused.Running e -> running(e);
            case ScanRefused.Impossible e -> of(ProblemType.IMPOSSIBLE, e, field("#/" + e.field(), e));
            case AlreadyWatched e -> of(ProblemType.ALREADY_WATCHED, e);
            case AccessRefused e -> of(ProblemType.ACCESS_REFUSED, e);
            case SyncRunning e -> of(ProblemType.SYNC_RUNNING, e);
            case UnknownOu e -> of(ProblemType.IMPOSSIBLE, e, field("#/" + e.field(), e));
            case EmptyOu e -> of(ProblemType.IMPOSSIBLE, e, field("#/ous", e));
            case UnknownRegion e -> of(ProblemType.IMPOSSIBLE, e, field("#/regions", e));
            case InvalidCron e -> of(ProblemType.IMPOSSIBLE, e, field("#/" + e.field(), e));
            case InvalidSetting e -> of(ProblemType.IMPOSSIBLE, e, field("#/" + e.field(), e));
            case StaleFinding e -> of(ProblemType.STALE, e);
            case InvalidPage e -> to(Refused.malformed(e.parameter(), text(e)));
            case NoSuchElementException e -> of(ProblemType.NOT_FOUND, "there is no such thing (any more)");
            default -> toSpring(exception);
        };
    }

    private static Answer toSpring(Throwable exception) {
        return switch (exception) {
            case HttpMessageNotReadableException e -> Bodies.answer(e);
            case MethodArgumentTypeMismatchException e -> Values.answer(e);
            case MethodArgumentNotValidException e -> Values.answer(e);
            case MissingRequestHeaderException e -> Values.answer(e);
            case TooManyAttempts e ->
                of(ProblemType.TOO_MANY_ATTEMPTS, e).with(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
            case InternalAuthenticationServiceException e -> Faults.answer(e);
            case AuthenticationException e ->
                of(ProblemType.UNAUTHENTICATED, "show a user name and a password, or an API token, that is valid");
            case CrossSite e -> of(ProblemType.CROSS_SITE, e);
            case AccessDeniedException e -> of(ProblemType.FORBIDDEN, "this login may not do that");
            case RequestRejectedException e -> of(ProblemType.MALFORMED, "the URL or a header is malformed");
            case ErrorResponse e ->
                new Answer(
                        Problem.of(ProblemType.of(e.getStatusCode()), Values.detail(e))
                                .as(e.getStatusCode().value()),
                        copy(e.getHeaders()));
            default -> Faults.answer(exception);
        };
    }

    /** What to say when {@code status} was answered by something that knows nothing of problems. */
    static Answer refusedWith(int status) {
        var type = ProblemType.of(HttpStatusCode.valueOf(status));
        return new Answer(
                Problem.of(type, "the call cannot be read or carried out as it was sent")
                        .as(status),
                new HttpHeaders());
    }

    static Answer of(ProblemType type, String detail) {
        return new Answer(Problem.of(type, detail), new HttpHeaders());
    }

    static Answer of(ProblemType type, String detail, List<Field> errors) {
        return new Answer(Problem.of(type, detail, errors), new HttpHeaders());
    }

    private static Answer of(ProblemType type, Exception exception, Field... errors) {
        return of(type, exception, List.of(errors));
    }

    private static Answer of(ProblemType type, Exception exception, List<Field> errors) {
        return of(type, text(exception), errors);
    }

    private static Answer running(ScanRefused.Running e) {
        var url = "/api/v1/scans/" + e.scanId();
        var problem = Problem.of(ProblemType.SCAN_RUNNING, text(e)).with(url);
        return new Answer(problem, new HttpHeaders()).with(HttpHeaders.LOCATION, url);
    }

    private Answer with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    private static Field field(String pointer, Exception exception) {
        return new Field(pointer, text(exception));
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
