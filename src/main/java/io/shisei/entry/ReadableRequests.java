package io.shisei.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets in what can be read: bodies of at most 1 MiB where they bring no file, and parameters that are encoded as URLs are and have no NUL. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE
        + 10) // Right after the character encoding, before any filter that asks for a parameter.
class ReadableRequests extends OncePerRequestFilter {

    private final HandlerExceptionResolver errors;

    ReadableRequests(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = BodyLimit.of(request);
        var refusal = request.getContentLengthLong() > limit.bytes()
                ? new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, limit.detail())
                : parametersOf(request);
        if (refusal == null) {
            chain.doFilter(new LimitedRequest(request, limit), response);
        } else if (!response.isCommitted() // Tomcat may have given up reading, and answered.
                && errors.resolveException(request, response, null, refusal) == null) {
            response.sendError(refusal.getStatusCode().value());
        }
    }

    private static @Nullable ResponseStatusException parametersOf(HttpServletRequest request) {
        try {
            return request.getParameterMap().entrySet().stream().anyMatch(ReadableRequests::hasNul)
                    ? refused("a parameter has a NUL character (%00), which no text here can have")
                    : null;
        } catch (IllegalStateException unreadable) { // Tomcat's InvalidParameterException, which not all versions have
            return refused("the parameters are not encoded as URLs are (a % is written %25), or are too many");
        }
    }

    private static ResponseStatusException refused(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }

    private static boolean hasNul(Map.Entry<String, String[]> parameter) {
        return Stream.concat(Stream.of(parameter.getKey()), Stream.of(parameter.getValue()))
                .anyMatch(text -> text.indexOf('\0') >= 0);
    }
}
