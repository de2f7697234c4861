package io.shisei.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands around every page: who is logged in, and this page in the other language. */
record Frame(@Nullable String username, String english, String japanese) {
    static Frame of(HttpServletRequest request, @Nullable Principal principal) {
        return new Frame(principal == null ? null : principal.getName(), in("en", request), in("ja", request));
    }

    private static String in(String language, HttpServletRequest request) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("lang", language)
                .build(true)
                .toUriString();
    }
}
