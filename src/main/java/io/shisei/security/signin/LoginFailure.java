package io.shisei.security.signin;

import io.shisei.database.Outage;
import io.shisei.security.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells a person whose login failed why: it was wrong, it has to wait, or it could not be checked. */
public final class LoginFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        switch (why) {
            case TooManyAttempts it -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(it.seconds()));
                request.setAttribute("wait", it.seconds()); // for the page
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            }
            case InternalAuthenticationServiceException it -> {
                Outage.behind(it).ifPresent(outage -> request.setAttribute("outage", outage)); // for the page
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            }
            default -> response.sendRedirect(request.getContextPath() + "/login?error");
        }
    }
}
