package io.shisei.dashboard.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A page as it was sent, without the token that tells our forms from forged ones: each who gets the page has another.
 *
 * @param headers those that the page itself has set
 * @param pieces what stands before, between and after the tokens
 */
record KeptPage(Map<String, List<String>> headers, List<byte[]> pieces) {

    private static final String HTML = "text/html;charset=UTF-8";

    /**
     * What has been written.
     *
     * @param headersBefore names of the headers that others had set before
     * @return null when it is not to be kept: it is no page, tells of an error, or sets a cookie
     */
    static @Nullable KeptPage of(
            HttpServletRequest request, ContentCachingResponseWrapper written, Set<String> headersBefore) {
        if (written.getStatus() != HttpServletResponse.SC_OK
                || !HTML.equals(written.getContentType())
                || written.containsHeader(HttpHeaders.SET_COOKIE)) {
            return null;
        }
        var headers = written.getHeaderNames().stream()
                .filter(name -> !headersBefore.contains(name) && !name.equals(HttpHeaders.CONTENT_TYPE))
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> List.copyOf(written.getHeaders(name))));
        var html = new String(written.getContentAsByteArray(), StandardCharsets.UTF_8);
        var pieces = Stream.of(html.split(Pattern.quote(token(request)), -1));
        return new KeptPage(headers, pieces.map(KeptPage::bytes).toList());
    }

    /** Bytes that are kept. */
    int size() {
        return pieces.stream().mapToInt(piece -> piece.length).sum();
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = bytes(token(request));
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(HTML);
        response.setContentLength(size() + (pieces.size() - 1) * token.length);
        var body = response.getOutputStream();
        body.write(pieces.getFirst());
        for (var piece : pieces.subList(1, pieces.size())) {
            body.write(token);
            body.write(piece);
        }
    }

    private static String token(HttpServletRequest request) {
        return ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
