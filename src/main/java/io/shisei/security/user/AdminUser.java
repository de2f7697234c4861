package io.shisei.security.user;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the first user: before the first request can arrive with the password of {@code SHISEI_ADMIN_PASSWORD}, which
 * the user follows at each start, or else with a random one, once the start has come so far that it will be read.
 */
@Component
public class AdminUser implements SmartInitializingSingleton {

    public static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(AdminUser.class);

    private final Users users;
    private final AdminPassword password;

    public AdminUser(Users users, AdminPassword password) {
        this.users = users;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (password.isSet()) {
            switch (users.follow(NAME, password.wanted())) {
                case ADDED -> LOG.info("First start: log in as '{}' with the password of SHISEI_ADMIN_PASSWORD", NAME);
                case CHANGED -> LOG.info("'{}' is an administrator with the password of SHISEI_ADMIN_PASSWORD", NAME);
                case SAME -> {}
            }
        }
    }

    /** Makes the user with a random password, which it answers; empty when somebody is there already. */
    public Optional<String> generate() {
        var random = Passwords.random();
        return users.addFirst(NAME, random) ? Optional.of(random) : Optional.empty();
    }
}
