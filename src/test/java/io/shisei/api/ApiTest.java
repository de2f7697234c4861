package io.shisei.api;

import io.shisei.security.OwnPassword;
import io.shisei.security.Tokens;
import io.shisei.security.user.Users;
import io.shisei.test.HeldToDescription;
import io.shisei.test.MockedServices;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The whole API over services that are not there, and without logins. */
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(
        useDefaultFilters = false,
        includeFilters =
                @Filter(type = FilterType.REGEX, pattern = "io\\.shisei\\.(api\\..*|entry\\.UnsplitParameters)"))
@AutoConfigureMockMvc(addFilters = false)
@Import({ApiTest.StoppedClock.class, HeldToDescription.class})
@MockedServices
@MockitoBean(types = {OwnPassword.class, Tokens.class, Users.class})
public @interface ApiTest {

    Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TestConfiguration(proxyBeanMethods = false)
    class StoppedClock {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}
