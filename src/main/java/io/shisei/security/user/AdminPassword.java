package io.shisei.security.user;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What {@code SHISEI_ADMIN_PASSWORD} says. */
@Component
public class AdminPassword {

    private final String wanted;

    /** @param wanted empty where it says nothing */
    public AdminPassword(@Value("${shisei.admin-password:}") String wanted) {
        if (Passwords.isTooLong(wanted)) {
            throw new IllegalStateException("SHISEI_ADMIN_PASSWORD is longer than 72 bytes: take a shorter one");
        }
        this.wanted = wanted;
    }

    String wanted() {
        return wanted;
    }

    boolean isSet() {
        return !wanted.isEmpty();
    }

    /** Whether the user's password and role are made as the environment says, at each start. */
    boolean isFollowedBy(String username) {
        return isSet() && username.equals(AdminUser.NAME);
    }
}
