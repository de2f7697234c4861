package io.shisei.dashboard;

import io.shisei.control.remediation.Remedies;
import io.shisei.entry.Unsplit;
import io.shisei.security.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** The dashboard alone, on the {@link MadeUp} data. Not a @Configuration: no scan of the whole service may find it. */
@EnableAutoConfiguration(
        excludeName = {
            "io.shisei.database.embedded.EmbeddedDatabase",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerMetricsAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerActuatorAutoConfiguration"
        })
@ComponentScan(
        basePackageClasses = Pages.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        // A page is kept while the database says the same, and none is here.
                        pattern = {".*Test.*", ".*\\.kept\\..*"}))
@ComponentScan(
        basePackageClasses = Unsplit.class,
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.UnsplitParameters"))
@Import({MadeUp.class, MadeUpOperations.class, Remedies.class})
class Pages {

    static final String ROLE = "Role";

    @Bean
    Clock clock() {
        return Clock.fixed(MadeUp.NOW, ZoneOffset.UTC);
    }

    /** As strict as in production, so that a page that breaks it is seen to; somebody is logged in. */
    @Bean
    FilterRegistrationBean<Filter> strict() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            ((HttpServletResponse) response)
                    .setHeader(
                            "Content-Security-Policy",
                            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:");
            chain.doFilter(new LoggedIn((HttpServletRequest) request), response);
        });
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    private static final class LoggedIn extends HttpServletRequestWrapper {
        LoggedIn(HttpServletRequest request) {
            super(request);
        }

        /** Nobody on the way in, else an administrator, unless a header names another role. */
        @Override
        public @Nullable Principal getUserPrincipal() {
            if (getRequestURI().equals("/login")) {
                return null;
            }
            var role = Objects.requireNonNullElse(getHeader(ROLE), Role.ADMINISTRATOR.name());
            return new TestingAuthenticationToken(
                    "admin", null, Role.valueOf(role).authorities());
        }
    }
}
