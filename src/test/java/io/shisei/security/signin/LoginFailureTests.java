package io.shisei.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.security.TooManyAttempts;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoginFailureTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void tellsProgramAndPageHowLongToWait() throws IOException {
        new LoginFailure()
                .onAuthenticationFailure(request, response, TooManyAttempts.failed(Duration.ofMillis(41_100)));
        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("42");
        assertThat(request.getAttribute("wait")).isEqualTo(42L);
    }
}
