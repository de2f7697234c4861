package io.shisei.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * What tells our forms from forged ones: kept in the session of those who are logged in, and before in a cookie, so
 * that strangers take no memory.
 */
final class FormTokens implements CsrfTokenRepository {

    private static final String COOKIE = "shisei-form";

    private final CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
    private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

    FormTokens() {
        cookie.setCookieName(COOKIE);
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookieCustomizer(it -> it.httpOnly(true).sameSite("Lax"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return session.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        place(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return place(request).loadToken(request);
    }

    private CsrfTokenRepository place(HttpServletRequest request) {
        return request.getSession(false) == null ? cookie : session;
    }
}
