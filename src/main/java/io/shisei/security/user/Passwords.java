package io.shisei.security.user;

import io.shisei.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Which passwords are taken, and how one is made up. */
final class Passwords {

    static final int FEWEST_CHARACTERS = 12;

    /** What bcrypt reads of a password. */
    static final int MOST_BYTES = 72;

    private static final int RANDOM_BYTES = 18;

    private Passwords() {}

    static String random() {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    /** @throws Refusal when it is too short to be safe, or longer than what is read of it */
    static void check(String password) {
        if (password.codePointCount(0, password.length()) < FEWEST_CHARACTERS) {
            throw new Refusal.Invalid(UserCode.PASSWORD_TOO_SHORT, "password", FEWEST_CHARACTERS);
        }
        if (isTooLong(password)) {
            throw new Refusal.Invalid(UserCode.PASSWORD_TOO_LONG, "password", MOST_BYTES);
        }
    }

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }
}
