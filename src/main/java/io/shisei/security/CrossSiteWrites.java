package io.shisei.security;

import io.shisei.security.signin.TurnedAway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of another site can make a browser ask for with the credentials that it remembers: those
 * that the browser says another site asks for (the headers {@code Sec-Fetch-Site} or, where there is none, {@code
 * Origin}), and bodies other than JSON, which any page may send unasked. Programs send neither header.
 */
final class CrossSiteWrites extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private static final List<MediaType> JSON =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    private static final HttpStatus NOT_JSON = HttpStatus.UNSUPPORTED_MEDIA_TYPE;

    private final TurnedAway turnedAway;

    CrossSiteWrites(TurnedAway turnedAway) {
        this.turnedAway = turnedAway;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READS.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOwn(request)) {
            turnedAway.refuse(request, response, new CrossSite(), HttpServletResponse.SC_FORBIDDEN);
        } else if (hasBody(request) && !isJson(request.getContentType())) {
            turnedAway.refuse(request, response, notJson(), NOT_JSON.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOwn(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (site != null) {
            return OWN.contains(site);
        }
        return origin == null || isHere(origin.replaceFirst("^https?://", ""), request);
    }

    private static boolean isHere(String authority, HttpServletRequest request) {
        return authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                // What the browser sees of a proxy that is believed.
                || authority.equalsIgnoreCase(request.getServerName() + port(request));
    }

    private static String port(HttpServletRequest request) {
        var port = request.getServerPort();
        return port == (request.isSecure() ? 443 : 80) ? "" : ":" + port;
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isJson(@Nullable String type) {
        try {
            var media = type == null ? MediaType.ALL : MediaType.parseMediaType(type);
            return JSON.stream().anyMatch(it -> it.includes(media));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static ErrorResponseException notJson() {
        var detail = "send the body as JSON, with the header Content-Type: application/json";
        return new ErrorResponseException(NOT_JSON, ProblemDetail.forStatusAndDetail(NOT_JSON, detail), null);
    }
}
