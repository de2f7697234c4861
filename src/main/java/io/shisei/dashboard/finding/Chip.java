package io.shisei.dashboard.finding;

import io.shisei.dashboard.Pick;
import io.shisei.dashboard.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A value that was chosen for a filter, with the address of the same list without it.
 *
 * @param name the query parameter; its label is the message {@code filter.<name>}
 * @param code the message that names the value, null where {@code label} does
 */
public record Chip(String name, @Nullable String code, String label, String without) {

    public static List<Chip> of(HttpServletRequest request, List<Pick> picks) {
        return picks.stream()
                .filter(pick -> request.getParameter(pick.name()) != null) // else chosen for want of a choice
                .flatMap(pick -> pick.options().stream()
                        .filter(Pick.Option::chosen)
                        .map(it -> new Chip(
                                pick.name(), it.code(), it.label(), without(request, pick.name(), it.value()))))
                .toList();
    }

    /** Of values that are no choice of a list. */
    public static Stream<Chip> of(HttpServletRequest request, String name, @Nullable Collection<?> values) {
        return (values == null ? Stream.<Object>of() : values.stream())
                .map(Object::toString)
                .map(value -> new Chip(name, null, value, without(request, name, value)));
    }

    /** Of a text that may be given or not; blank is none. */
    public static Stream<Chip> of(HttpServletRequest request, String name, @Nullable String text) {
        return Stream.ofNullable(Words.orNull(text)).flatMap(it -> of(request, name, List.of(it)));
    }

    /** Of a parameter as a whole, however many values it has. */
    static Chip whole(HttpServletRequest request, String name, String label) {
        return new Chip(
                name,
                null,
                label,
                base(request).replaceQueryParam(name).build(true).toUriString());
    }

    private static String without(HttpServletRequest request, String name, String value) {
        var encoded = Objects.requireNonNullElse(
                base(request).build(true).getQueryParams().get(name), List.<String>of());
        var rest = encoded.stream()
                .map(it -> URLDecoder.decode(Objects.requireNonNullElse(it, ""), StandardCharsets.UTF_8))
                .filter(it -> !it.equals(value))
                .flatMap(it -> without(it, value))
                .map(it -> UriUtils.encode(it, StandardCharsets.UTF_8))
                .toArray();
        return base(request).replaceQueryParam(name, rest).build(true).toUriString();
    }

    /** What is left of values that are written as one. */
    private static Stream<String> without(String values, String value) {
        var single = List.of(values.split(","));
        return single.contains(value) ? single.stream().filter(it -> !it.equals(value)) : Stream.of(values);
    }

    private static UriComponentsBuilder base(HttpServletRequest request) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("pageToken");
    }
}
