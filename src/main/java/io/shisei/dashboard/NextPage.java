package io.shisei.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Links to further pages of a list, its filters kept. */
public final class NextPage {
    private NextPage() {}

    /** This address with another page; null when there is no further one. */
    public static @Nullable String of(HttpServletRequest request, @Nullable String token) {
        return token == null
                ? null
                : UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(request.getQueryString())
                        .replaceQueryParam("pageToken", token)
                        .build(true)
                        .toUriString();
    }
}
