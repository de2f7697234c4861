package io.shisei.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.security.AdminUser;
import io.shisei.security.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class GreetingTests {

    @SuppressWarnings("deprecation") // plain text is what is wanted here
    private static final PasswordEncoder PLAIN = NoOpPasswordEncoder.getInstance();

    private final Users users = mock();
    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "18080");

    private void greet(String wanted) {
        new Greeting(new AdminUser(users, PLAIN, wanted), environment).greet();
    }

    private String last(CapturedOutput log) {
        return log.getOut().lines().reduce("", (before, line) -> line);
    }

    @Test
    void endsTheFirstStartWithThePasswordThatIsTaken(CapturedOutput log) {
        var taken = new StringBuilder();
        when(users.add(eq("admin"), any()))
                .thenAnswer(call -> taken.append(call.<String>getArgument(1)).length() > 0);
        greet("");
        assertThat(taken).hasSize(24);
        assertThat(last(log)).contains("log in as 'admin' with the password " + taken);
        assertThat(log.getOut()).contains("Shisei is ready: http://localhost:18080");
    }

    @Test
    void endsEachFurtherStartWithTheAddress(CapturedOutput log) {
        when(users.contains("admin")).thenReturn(true);
        greet("");
        assertThat(last(log)).endsWith("Shisei is ready: http://localhost:18080");
    }

    /** Two instances start at once on an empty database: only one password is true. */
    @Test
    void saysNoPasswordThatWasNotTaken(CapturedOutput log) {
        greet("");
        assertThat(last(log)).endsWith("Shisei is ready: http://localhost:18080");
    }

    @Test
    void namesTheSchemeAndThePath(CapturedOutput log) {
        environment.withProperty("server.ssl.bundle", "web").withProperty("server.servlet.context-path", "/shisei");
        when(users.contains("admin")).thenReturn(true);
        greet("");
        assertThat(last(log)).endsWith("https://localhost:18080/shisei");
    }
}
