package io.shisei.security;

import io.shisei.database.Moments;
import io.shisei.security.signin.Fingerprints;
import io.shisei.security.signin.LoginFailure;
import io.shisei.security.signin.PasswordLogin;
import io.shisei.security.signin.TurnedAway;
import io.shisei.security.signin.WantedPage;
import io.shisei.security.user.Users;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Everything is locked but what is named here: the API and the probes for programs, the pages for people. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN_TO_PROBES = {"/actuator/health/liveness", "/actuator/health/readiness"};
    private static final String[] OPEN_TO_BROWSERS = {
        "/login", "/css/**", "/js/**", "/images/**", "/webjars/**", "/favicon.ico"
    };
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'%s; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final RequestMatcher FRAGMENT = new RequestHeaderRequestMatcher("HX-Request");

    private final SessionLife life;
    private final SessionLogins logins;

    SecurityConfiguration(
            @Value("${shisei.session-lifetime:12h}") Duration longest,
            Clock clock,
            Users users,
            Fingerprints fingerprints,
            Moments moments) {
        this.life = new SessionLife(longest, clock);
        this.logins = new SessionLogins(users, fingerprints, moments);
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    static TurnedAway turnedAway(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return new TurnedAway(errors);
    }

    /** Requests are timed as a whole: timing each filter of the chain would take longer than the filters. */
    @Bean
    static SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static CookieSameSiteSupplier sessionCookie() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, PasswordLogin login, TokenLogin tokens, TurnedAway turnedAway) {
        http.securityMatcher("/api/**")
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return forPrograms(http, login, tokens, turnedAway).build();
    }

    /** Scrapers show a password or a token; people who have logged in may look too. */
    @Bean
    @Order(2)
    SecurityFilterChain probes(HttpSecurity http, PasswordLogin login, TokenLogin tokens, TurnedAway turnedAway) {
        http.securityMatcher("/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .addFilterBefore(life, SecurityContextHolderFilter.class)
                .addFilterAfter(logins, SecurityContextHolderFilter.class)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(r -> r.requestMatchers(OPEN_TO_PROBES).permitAll());
        return forPrograms(http, login, tokens, turnedAway).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain swagger(HttpSecurity http, PasswordLogin login) {
        // Swagger UI sets style attributes.
        http.securityMatcher("/swagger-ui/**", "/swagger-ui.html");
        return forPeople(http, login, POLICY.formatted(" 'unsafe-inline'")).build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, PasswordLogin login) {
        http.authorizeHttpRequests(r -> r.requestMatchers(OPEN_TO_BROWSERS).permitAll());
        return forPeople(http, login, POLICY.formatted("")).build();
    }

    private static HttpSecurity forPrograms(
            HttpSecurity http, PasswordLogin login, TokenLogin tokens, TurnedAway turnedAway) {
        return locked(http, login, POLICY.formatted(""))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(turnedAway))
                .addFilterBefore(new CrossSiteWrites(turnedAway), BasicAuthenticationFilter.class)
                .addFilterBefore(new TokenFilter(tokens, turnedAway), BasicAuthenticationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway));
    }

    private HttpSecurity forPeople(HttpSecurity http, PasswordLogin login, String policy) {
        return locked(http, login, policy)
                .addFilterBefore(life, SecurityContextHolderFilter.class)
                .addFilterAfter(logins, SecurityContextHolderFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .failureHandler(new LoginFailure())
                        .permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()))
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
                .requestCache(cache -> cache.requestCache(new WantedPage(FRAGMENT)))
                .logout(out -> out.logoutSuccessUrl("/login?logout").permitAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(toLogin()));
    }

    private static AuthenticationEntryPoint toLogin() {
        var page = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, why) -> {
            if (FRAGMENT.matches(request)) {
                // A fragment of a page cannot show the login: htmx goes there as a whole.
                response.setHeader("HX-Redirect", "/login");
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                page.commence(request, response, why);
            }
        };
    }

    private static HttpSecurity locked(HttpSecurity http, PasswordLogin login, String policy) {
        return http.authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny));
    }
}
