package io.shisei.dashboard.error;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/** The page that tells of an error is no page to ask for: without an error it would tell of one of ours. */
public final class ErrorsOnly implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        response.sendError(HttpStatus.NOT_FOUND.value());
        return false;
    }
}
