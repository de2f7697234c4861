package io.shisei.security.signin;

import io.shisei.security.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers those who may not come in, in the way that the rest of the service answers errors. */
public final class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final HandlerExceptionResolver errors;

    public TurnedAway(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (!(why instanceof TooManyAttempts)) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Shisei\", charset=\"UTF-8\"");
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Shisei\"");
        }
        refuse(request, response, why, HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        refuse(request, response, why, HttpServletResponse.SC_FORBIDDEN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        refuse(request, response, why, HttpServletResponse.SC_BAD_REQUEST);
    }

    public void refuse(HttpServletRequest request, HttpServletResponse response, Exception why, int status)
            throws IOException {
        if (errors.resolveException(request, response, null, why) == null) {
            response.sendError(status);
        }
    }
}
