package io.shisei.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Where to go after the login: the page that was asked for before, kept in the browser. */
public final class WantedPage extends CookieRequestCache {

    /** Browsers keep no larger cookies, and answers have no room for much larger ones. */
    private static final int LONGEST = 2000;

    public WantedPage(RequestMatcher fragment) {
        setRequestMatcher(request ->
                request.getMethod().equals("GET") && !fragment.matches(request) && length(request) <= LONGEST);
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    /** A cookie that is not one of ours says nothing. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        try {
            return super.getRequest(request, response);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int length(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length());
    }
}
