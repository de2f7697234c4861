package io.shisei.dashboard;

import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what goes wrong on a page into a page that says so. */
@ControllerAdvice(basePackageClasses = ErrorAdvice.class)
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

    @ExceptionHandler({
        IllegalArgumentException.class,
        ServletRequestBindingException.class,
        org.springframework.validation.BindException.class
    })
    ModelAndView malformed() {
        return page(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ModelAndView databaseAway(Exception problem) {
        LOG.error("The database cannot be reached: {}", problem.getMessage());
        return page(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static ModelAndView page(HttpStatus status) {
        var page = new ModelAndView("error/" + status.value());
        page.setStatus(status);
        return page;
    }
}
