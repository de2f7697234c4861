package io.shisei.dashboard.error;

import io.shisei.dashboard.Frame;
import io.shisei.database.Outage;
import io.shisei.entry.BodyTooLarge;
import io.shisei.paging.PageRequest.InvalidPage;
import io.shisei.refusal.Refusal;
import io.shisei.security.TooManyAttempts;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.exc.JacksonIOException;

/** Turns what goes wrong on a page into a page that says so. */
@ControllerAdvice(basePackageClasses = Frame.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    @ExceptionHandler(NoSuchElementException.class)
    ModelAndView missing() {
        return page(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView mistyped(MethodArgumentTypeMismatchException problem) {
        var inPath = problem.getParameter().hasParameterAnnotation(PathVariable.class);
        return page(inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST);
    }

    /** A refusal that concerns no form. */
    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        var status = switch (refusal) {
            case Refusal.Unknown it -> HttpStatus.NOT_FOUND;
            case Refusal.Invalid it -> HttpStatus.BAD_REQUEST;
            case Refusal.Conflict it -> HttpStatus.CONFLICT;
            case Refusal.Stale it -> HttpStatus.CONFLICT;
            case Refusal.Forbidden it -> HttpStatus.FORBIDDEN;
        };
        return page(status).addObject("refusal", refusal);
    }

    @ExceptionHandler({
        InvalidPage.class,
        IllegalArgumentException.class,
        ServletRequestBindingException.class,
        BindException.class
    })
    ModelAndView malformed() {
        return page(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ModelAndView guessed(TooManyAttempts problem) {
        return page(HttpStatus.TOO_MANY_REQUESTS).addObject("wait", problem.seconds());
    }

    /** Of a file that is read as a stream. */
    @ExceptionHandler
    ModelAndView unreadable(JacksonIOException problem) {
        return page(problem.getCause() instanceof BodyTooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    ModelAndView concurrent() {
        return page(HttpStatus.CONFLICT);
    }

    @ExceptionHandler
    ModelAndView other(Exception problem) throws Exception {
        var outage = Outage.behind(problem);
        if (outage.isPresent()) {
            LOG.warn("A page could not be shown ({}): {}", outage.get(), problem.getMessage());
            return page(HttpStatus.SERVICE_UNAVAILABLE).addObject("outage", outage.get());
        }
        if (problem instanceof NonTransientDataAccessException refused && cannotBeStored(refused)) {
            return page(HttpStatus.BAD_REQUEST);
        }
        throw problem;
    }

    private static boolean cannotBeStored(NonTransientDataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith("22");
    }

    private static ModelAndView page(HttpStatus status) {
        var page = new ModelAndView("error/" + status.value());
        page.setStatus(status);
        return page;
    }
}
