package io.shisei.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionLifeTests {

    private final MockHttpSession session = new MockHttpSession();

    private void request(Duration age) throws Exception {
        var now = Instant.ofEpochMilli(session.getCreationTime()).plus(age);
        var request = new MockHttpServletRequest();
        request.setSession(session);
        new SessionLife(Duration.ofHours(12), Clock.fixed(now, ZoneOffset.UTC))
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    @Test
    void endsABusySessionAfterTwelveHours() throws Exception {
        request(Duration.ofHours(12).minusSeconds(1));
        assertThat(session.isInvalid()).isFalse();
        request(Duration.ofHours(12));
        assertThat(session.isInvalid()).isTrue();
    }
}
