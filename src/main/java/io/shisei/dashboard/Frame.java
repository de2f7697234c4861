package io.shisei.dashboard;

import io.shisei.security.Permission;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: who is logged in and what they may do, and this page in the other language.
 *
 * @param username null: nobody
 */
public record Frame(@Nullable String username, Set<Permission> permissions, String english, String japanese) {
    static Frame of(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        var permissions = Arrays.stream(Permission.values())
                .filter(permission -> permission.isOf(principal))
                .collect(Collectors.toUnmodifiableSet());
        return new Frame(
                principal == null ? null : principal.getName(), permissions, in("en", request), in("ja", request));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whatever the query is: it may be one that cannot be decoded, on the page that says so. */
    private static String in(String language, HttpServletRequest request) {
        // The page of an error stands where the error is.
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed.toString();
        var query = Objects.requireNonNullElse(request.getQueryString(), "");
        // Two slashes at the beginning would be another site.
        return path.replaceFirst("^/+", "/") + "?"
                + Stream.concat(
                                Stream.of(query.split("&"))
                                        .filter(it -> !it.isEmpty() && !it.startsWith("lang=") && !it.equals("lang")),
                                Stream.of("lang=" + language))
                        .collect(Collectors.joining("&"));
    }
}
