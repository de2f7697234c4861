package io.shisei.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.security.user.AdminUser;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class GreetingTests {

    private final AdminUser admin = mock();
    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "18080");

    private void greet() {
        new Greeting(admin, environment).greet();
    }

    private String last(CapturedOutput log) {
        return log.getOut().lines().reduce("", (before, line) -> line);
    }

    @Test
    void endsTheFirstStartWithThePasswordThatIsTaken(CapturedOutput log) {
        when(admin.generate()).thenReturn(Optional.of("random words"));
        greet();
        assertThat(last(log)).contains("log in as 'admin' with the password random words");
        assertThat(log.getOut()).contains("Shisei is ready: http://localhost:18080");
    }

    @Test
    void endsEachFurtherStartWithTheAddress(CapturedOutput log) {
        greet();
        assertThat(last(log)).endsWith("Shisei is ready: http://localhost:18080");
    }

    @Test
    void namesTheSchemeAndThePath(CapturedOutput log) {
        environment.withProperty("server.ssl.bundle", "web").withProperty("server.servlet.context-path", "/shisei");
        greet();
        assertThat(last(log)).endsWith("https://localhost:18080/shisei");
    }
}
