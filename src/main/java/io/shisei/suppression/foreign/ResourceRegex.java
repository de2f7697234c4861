package io.shisei.suppression.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A regular expression that Prowler looks for in the id of a resource, as patterns of ARNs: in what follows the account. Of
 * expressions, characters, {@code .}, {@code .*}, {@code .+}, {@code ^}, {@code $} and alternatives of the whole can be said.
 */
final class ResourceRegex {

    /** Of the ARN before the resource. */
    private static final String ARN = "arn:*:*:*:*:";

    private static final String SPECIAL = "[](){}+*?|^$";

    private ResourceRegex() {}

    /** Whether it finds whatever there is. */
    static boolean isAnything(String regex) {
        return List.of("*", ".*", ".+", "^.*$", "^.*", ".*$").contains(regex);
    }

    /** Any of these is meant; empty where it cannot be said. */
    static Optional<List<String>> patterns(String regex) {
        var prowlers = regex.startsWith("*") ? ".*" + regex.substring(1) : regex;
        var patterns = new ArrayList<String>();
        for (var alternative : prowlers.split("(?<!\\\\)\\|", -1)) {
            var translated = translate(alternative);
            if (translated.isEmpty()) {
                return Optional.empty();
            }
            patterns.addAll(translated);
        }
        return Optional.of(patterns);
    }

    /** None where it cannot be said. */
    private static List<String> translate(String regex) {
        var begins = regex.startsWith("^");
        var ends = regex.endsWith("$") && !regex.endsWith("\\$");
        var body = regex.substring(begins ? 1 : 0, regex.length() - (ends ? 1 : 0));
        var pattern = new StringBuilder();
        for (var at = 0; at < body.length(); at++) {
            var c = body.charAt(at);
            var next = at + 1 < body.length() ? body.charAt(at + 1) : ' ';
            if (c == '.') {
                pattern.append(next == '*' ? "*" : next == '+' ? "?*" : "?");
                at += next == '*' || next == '+' ? 1 : 0;
            } else if (c == '\\' && !Character.isLetterOrDigit(next) && next != ' ' && next != '*' && next != '?') {
                pattern.append(next);
                at++;
            } else if (c == '\\' || SPECIAL.indexOf(c) >= 0) {
                return List.of();
            } else {
                pattern.append(c);
            }
        }
        return pattern.isEmpty() ? List.of() : around(pattern.toString(), begins, ends);
    }

    /** The id of a resource begins after the account, or after the type of the resource. */
    private static List<String> around(String pattern, boolean begins, boolean ends) {
        var last = ends ? pattern : pattern + "*";
        if (pattern.startsWith("arn:")) {
            return List.of(last);
        }
        return begins
                ? Stream.of("", "*/", "*:").map(before -> ARN + before + last).toList()
                : List.of(ARN + "*" + last);
    }
}
