package io.shisei.control.mutation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A mutant that no example notices.
 *
 * @param place file and line
 * @param condition the whole condition that it was made of, and what it was made into
 */
public record Survivor(String place, String control, String clause, String original, String changed, String condition) {

    private static final int DIGITS = 8;

    /** Another one as soon as anything of the condition is changed. */
    public String key() {
        try {
            var words = String.join("\n", control, clause, original, changed, condition.replaceAll("\\s+", " "));
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "%s %s %s %s: %s → %s".formatted(key(), place, control, clause, original, changed);
    }
}
