package io.shisei.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Answers what goes wrong before or beside a controller of the API: no login, no such path, no such method. */
@Component
class UncontrolledProblems implements HandlerExceptionResolver, WebMvcConfigurer {

    private static final List<String> PATHS = List.of("/api/", "/actuator/", "/v3/api-docs");

    private final JsonMapper json;

    UncontrolledProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(this);
    }

    /** Whether the request is one of a program, not of a person with a browser. */
    static boolean concern(HttpServletRequest request) {
        return concern(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    /** Whether {@code path} is one for programs. */
    static boolean concern(String path) {
        return path.equals("/api") || PATHS.stream().anyMatch(path::startsWith);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!concern(request) || controlled(handler)) {
            return null;
        }
        try {
            write(response, ProblemAnswer.to(exception));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static boolean controlled(@Nullable Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(RestController.class);
    }

    void write(HttpServletResponse response, ProblemAnswer answer) throws IOException {
        response.setStatus(answer.problem().status());
        answer.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(answer.problem()));
    }
}
