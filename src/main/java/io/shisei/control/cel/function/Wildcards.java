package io.shisei.control.cel.function;

import java.util.Locale;
import java.util.regex.Pattern;

/** Patterns as IAM has them in actions: {@code *} is any text, {@code ?} any character, case does not matter. */
final class Wildcards {

    /** Wildcards side by side, a star among them. */
    private static final Pattern RUN = Pattern.compile("[?]*[*][*?]*");

    private Wildcards() {}

    /** Whether some text is met by both patterns; a pattern without wildcards is met by itself. */
    static boolean overlap(String one, String other) {
        var first = one.toLowerCase(Locale.ROOT);
        var second = other.toLowerCase(Locale.ROOT);
        var known = new boolean[first.length() + 1][second.length() + 1];
        for (int i = first.length(); i >= 0; i--) {
            for (int j = second.length(); j >= 0; j--) {
                known[i][j] = overlap(first, i, second, j, known);
            }
        }
        return known[0][0];
    }

    /** Whether the rests of both, from {@code i} and {@code j}, overlap, if that is known of all shorter ones. */
    private static boolean overlap(String first, int i, String second, int j, boolean[][] known) {
        var firstEnds = i == first.length();
        var secondEnds = j == second.length();
        if (firstEnds && secondEnds) {
            return true;
        }
        if (!firstEnds && first.charAt(i) == '*') {
            return known[i + 1][j] || !secondEnds && known[i][j + 1];
        }
        if (!secondEnds && second.charAt(j) == '*') {
            return known[i][j + 1] || !firstEnds && known[i + 1][j];
        }
        return !firstEnds && !secondEnds && same(first.charAt(i), second.charAt(j)) && known[i + 1][j + 1];
    }

    /** Whether every text that {@code inner} meets is met by {@code outer}; a star is held by a star only. */
    static boolean covers(String outer, String inner) {
        var wide = plain(outer);
        var narrow = plain(inner);
        var known = new boolean[wide.length() + 1][narrow.length() + 1];
        for (int i = wide.length(); i >= 0; i--) {
            for (int j = narrow.length(); j >= 0; j--) {
                known[i][j] = covers(wide, i, narrow, j, known);
            }
        }
        return known[0][0];
    }

    /** The same pattern with one star in each run of wildcards, after the question marks: what it meets is the same. */
    private static String plain(String pattern) {
        return RUN.matcher(pattern.toLowerCase(Locale.ROOT))
                .replaceAll(run -> run.group().replace("*", "") + "*");
    }

    private static boolean covers(String wide, int i, String narrow, int j, boolean[][] known) {
        var narrowEnds = j == narrow.length();
        if (i == wide.length()) {
            return narrowEnds;
        }
        if (wide.charAt(i) == '*') {
            return known[i + 1][j] || !narrowEnds && known[i][j + 1];
        }
        return !narrowEnds && holds(wide.charAt(i), narrow.charAt(j)) && known[i + 1][j + 1];
    }

    private static boolean holds(char wide, char narrow) {
        return wide == narrow || wide == '?' && narrow != '*';
    }

    private static boolean same(char one, char other) {
        return one == other || one == '?' || other == '?';
    }
}
