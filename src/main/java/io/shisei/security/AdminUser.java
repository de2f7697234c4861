package io.shisei.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes the first user: before the first request can arrive with the password of {@code SHISEI_ADMIN_PASSWORD}, which
 * the user follows at each start, or else with a random one, once the start has come so far that it will be read.
 */
@Component
public class AdminUser implements SmartInitializingSingleton {

    public static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(AdminUser.class);
    /** What bcrypt reads of a password. */
    private static final int MAX_BYTES = 72;

    private final Users users;
    private final PasswordEncoder passwords;
    private final String wanted;

    public AdminUser(Users users, PasswordEncoder passwords, @Value("${shisei.admin-password:}") String wanted) {
        this.users = users;
        this.passwords = passwords;
        this.wanted = wanted;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (wanted.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalStateException("SHISEI_ADMIN_PASSWORD is longer than 72 bytes: take a shorter one");
        }
        if (!wanted.isEmpty()) {
            follow();
        }
    }

    /** Makes the user with a random password, which it answers; empty when the user is there already. */
    public Optional<String> generate() {
        if (users.contains(NAME)) {
            return Optional.empty();
        }
        var random = new byte[18];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().encodeToString(random);
        return users.add(NAME, encode(password)) ? Optional.of(password) : Optional.empty();
    }

    private void follow() {
        if (!users.contains(NAME) && users.add(NAME, encode(wanted))) {
            LOG.info("First start: log in as '{}' with the password of SHISEI_ADMIN_PASSWORD", NAME);
        } else if (!passwords.matches(wanted, users.loadUserByUsername(NAME).getPassword())) {
            users.changePassword(NAME, encode(wanted));
            LOG.info("The password of '{}' is now that of SHISEI_ADMIN_PASSWORD", NAME);
        }
    }

    @SuppressWarnings("NullAway") // encode answers null only for null
    private String encode(String password) {
        return passwords.encode(password);
    }
}
