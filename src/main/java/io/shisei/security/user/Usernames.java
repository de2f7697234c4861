package io.shisei.security.user;

import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names people may have: those that HTTP Basic, addresses of the API and lists of assignees can hold. */
final class Usernames {

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]*");

    /** Words of the filter {@code assignee}. */
    private static final Set<String> WORDS = Set.of("me", "none");

    private Usernames() {}

    /** @throws Refusal when nobody can be called so */
    static void check(String username) {
        Limits.text("username", username, Limits.NAME);
        if (!LETTERS.matcher(username).matches()) {
            throw new Refusal.Invalid(UserCode.USERNAME_LETTERS, "username");
        }
        if (WORDS.contains(username)) {
            throw new Refusal.Invalid(UserCode.USERNAME_IS_A_WORD, "username", username);
        }
    }
}
