package io.shisei.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** English and Japanese: the one chosen before, else the browser's first that we speak, else English. */
class Languages extends CookieLocaleResolver {
    Languages() {
        super("shisei-language");
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setRejectInvalidCookies(false);
        setDefaultLocaleFunction(Languages::preferred);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return spoken(super.resolveLocale(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        super.setLocale(request, response, locale == null ? null : spoken(locale));
    }

    private static Locale preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(Languages::isSpoken)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static boolean isSpoken(Locale locale) {
        return locale.getLanguage().equals("ja") || locale.getLanguage().equals("en");
    }

    private static Locale spoken(Locale locale) {
        return locale.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    }
}
