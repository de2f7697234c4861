package io.shisei.control.cel;

import java.util.Locale;

/** Patterns as IAM has them in actions: {@code *} is any text, {@code ?} any character, case does not matter. */
final class Wildcards {

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

    private static boolean same(char one, char other) {
        return one == other || one == '?' || other == '?';
    }
}
