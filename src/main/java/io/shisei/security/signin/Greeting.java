package io.shisei.security.signin;

import io.shisei.security.user.AdminUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last words of a start: where the service is and, once, how to get in. */
@Component
public class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final AdminUser admin;
    private final Environment environment;

    Greeting(AdminUser admin, Environment environment) {
        this.admin = admin;
        this.environment = environment;
    }

    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        LOG.info("Shisei is ready: {}", address());
        admin.generate()
                .ifPresent(password -> LOG.warn(
                        "First start: log in as '{}' with the password {} (shown only now)", AdminUser.NAME, password));
    }

    private String address() {
        var scheme = environment
                        .getProperty("server.ssl.bundle", environment.getProperty("server.ssl.key-store", ""))
                        .isEmpty()
                ? "http"
                : "https";
        return scheme + "://localhost:" + environment.getProperty("local.server.port", "8080")
                + environment.getProperty("server.servlet.context-path", "");
    }
}
