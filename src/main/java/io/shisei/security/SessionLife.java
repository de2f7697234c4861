package io.shisei.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions some time after their login, however busy they are. */
final class SessionLife extends OncePerRequestFilter {

    private final Duration longest;
    private final Clock clock;

    SessionLife(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            var end = Instant.ofEpochMilli(session.getCreationTime()).plus(longest);
            if (!clock.instant().isBefore(end)) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
