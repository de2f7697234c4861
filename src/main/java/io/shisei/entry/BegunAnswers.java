package io.shisei.entry;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets an answer that has begun, and cannot be ended, break off: the container closes its connection, by which whoever
 * reads it knows that it is not complete. What would tell of the error would be taken for a part of it.
 */
@Component
class BegunAnswers implements HandlerExceptionResolver, WebMvcConfigurer {

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(this);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (response.isCommitted() && request.getDispatcherType() == DispatcherType.REQUEST) {
            throw new IllegalStateException("The answer to " + request.getRequestURI() + " breaks off", exception);
        }
        return null;
    }
}
