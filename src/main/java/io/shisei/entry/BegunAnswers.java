package io.shisei.entry;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets an answer that has begun, and cannot be ended, break off: the container closes its connection, by which whoever
 * reads it knows that it is not complete. What would tell of the error would be taken for a part of it. Where nobody reads
 * it any more nothing has failed.
 */
@Component
class BegunAnswers implements HandlerExceptionResolver, WebMvcConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(BegunAnswers.class);

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(this);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (response.isCommitted() && request.getDispatcherType() == DispatcherType.REQUEST) {
            if (hungUp(exception)) {
                LOG.debug("The reader of {} did not wait for its end", request.getRequestURI());
                return new ModelAndView();
            }
            throw new IllegalStateException("The answer to " + request.getRequestURI() + " breaks off", exception);
        }
        return null;
    }

    /** By Tomcat's own word: what breaks on the way to the database, or to AWS, may say that a connection was reset too. */
    private static boolean hungUp(Exception exception) {
        return Stream.<Throwable>iterate(exception, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(ClientAbortException.class::isInstance);
    }
}
