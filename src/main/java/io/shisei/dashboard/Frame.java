package io.shisei.dashboard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands around every page: who is logged in, and this page in the other language. */
record Frame(@Nullable String username, String english, String japanese) {
    static Frame of(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return new Frame(principal == null ? null : principal.getName(), in("en", request), in("ja", request));
    }

    private static String in(String language, HttpServletRequest request) {
        // The page of an error stands where the error is.
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return UriComponentsBuilder.fromPath(failed == null ? request.getRequestURI() : failed.toString())
                .query(request.getQueryString())
                .replaceQueryParam("lang", language)
                .build(true)
                .toUriString();
    }
}
