package io.shisei.api;

import io.shisei.api.problem.BadCall;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses query parameters that a call does not know: a misspelt filter must not answer everything. */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> MAY_BE_EMPTY = Set.of("q", "pageToken");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (handler instanceof HandlerMethod method && query != null) {
            var known = new TreeSet<String>();
            Stream.of(method.getMethodParameters())
                    .flatMap(KnownParameters::names)
                    .forEach(known::add);
            Stream.of(query.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> check(pair, known));
        }
        return true;
    }

    private static void check(String pair, Set<String> known) {
        var equals = pair.indexOf('=');
        var name = decode(equals < 0 ? pair : pair.substring(0, equals));
        if (!known.contains(name)) {
            throw BadCall.malformed(
                    name,
                    known.isEmpty()
                            ? "is not known; this call takes no query parameters"
                            : "is not known; known are " + String.join(", ", known));
        }
        if ((equals < 0 || equals == pair.length() - 1) && !MAY_BE_EMPTY.contains(name)) {
            throw BadCall.malformed(name, "is empty: give a value, or leave the parameter out");
        }
    }

    private static String decode(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw BadCall.malformed(name, "is not encoded as URLs are");
        }
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(ParameterObject.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null ? Stream.empty() : Stream.of(annotation.name());
    }
}
