package io.shisei.dashboard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** In the address of a page, a parameter without a value is as good as not there: a form sends all its fields, and so do addresses that people share. */
@Component
class GivenParameters extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || request.getQueryString() == null
                || request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Given(request), response);
    }

    private static final class Given extends HttpServletRequestWrapper {

        private final Map<String, String[]> given = new LinkedHashMap<>();

        Given(HttpServletRequest request) {
            super(request);
            request.getParameterMap().forEach((name, values) -> {
                var left = Stream.of(values)
                        .filter(value -> Words.orNull(value) != null)
                        .toArray(String[]::new);
                if (left.length > 0 || isFlag(request, name)) {
                    given.put(name, left.length > 0 ? left : values);
                }
            });
        }

        /** Such as {@code ?logout}, which says something by being there. */
        private static boolean isFlag(HttpServletRequest request, String name) {
            return Stream.of(request.getQueryString().split("&")).anyMatch(name::equals);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = given.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return given.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(given);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(given.keySet());
        }
    }
}
