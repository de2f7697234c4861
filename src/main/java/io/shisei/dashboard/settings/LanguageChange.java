package io.shisei.dashboard.settings;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Lets {@code ?lang=ja} and {@code ?lang=en} switch the language. */
public final class LanguageChange extends LocaleChangeInterceptor {
    public LanguageChange() {
        setParamName("lang");
        setHttpMethods("GET");
        setIgnoreInvalidLocale(true);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletException {
        try {
            return super.preHandle(request, response, handler);
        } catch (IllegalStateException unreadable) { // Tomcat's, where the page is the one that says so
            return true;
        }
    }
}
