package io.shisei.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of the page that is asked for, with something else in the query.
 *
 * @param query the words between ampersands as they came
 */
public record SamePage(List<String> query) {

    public static SamePage of(HttpServletRequest request) {
        var query = Objects.requireNonNullElse(request.getQueryString(), "");
        return new SamePage(
                Stream.of(query.split("&")).filter(word -> !word.isEmpty()).toList());
    }

    /** With this value alone, or (null) none, of a parameter; relative to the page. */
    public String with(String name, @Nullable Object value) {
        return "?"
                + Stream.concat(
                                query.stream().filter(word -> !word.split("=", 2)[0].equals(name)),
                                Stream.ofNullable(value).map(it -> name + "=" + encoded(it)))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
