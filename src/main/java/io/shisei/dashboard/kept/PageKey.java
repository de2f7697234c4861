package io.shisei.dashboard.kept;

import io.shisei.database.Moments.Moment;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** All that a page depends on, but for the clock and the tokens in its forms. */
record PageKey(
        String path,
        @Nullable String query,
        @Nullable String fragment,
        Locale language,
        String user,
        Set<? extends GrantedAuthority> authorities,
        Moment moment) {

    static PageKey of(HttpServletRequest request, Locale language, Authentication user, Moment moment) {
        return new PageKey(
                request.getRequestURI(),
                request.getQueryString(),
                request.getHeader("HX-Request"),
                language,
                user.getName(),
                Set.copyOf(user.getAuthorities()),
                moment);
    }
}
