package io.shisei.suppression.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression that Prowler looks for in the id of a resource, as patterns of ARNs: in what follows the account. Of
 * expressions, characters, {@code .}, {@code .*}, {@code .+}, {@code ^}, {@code $} and alternatives of the whole can be said.
 */
final class ResourceRegex {

    /** Of the ARN before the resource. */
    private static final String ARN = "arn:*:*:*:*:";

    /** Where the id of a resource begins: behind its type, but for buckets, whose ARNs have none. */
    private static final List<String> IDS = List.of("arn:*:s3:::", ARN + "*/", ARN + "*:");

    /** These, and the type itself. */
    private static final List<String> IDS_AND_TYPES = List.of(ARN, ARN + "*/", ARN + "*:");

    private static final String SPECIAL = "[](){}+*?|^$";

    private ResourceRegex() {}

    /** Whether it finds whatever there is. */
    private static boolean isAnything(String regex) {
        return List.of("*", ".*", ".+", "^.*$", "^.*", ".*$").contains(regex);
    }

    /** Whether any of them does. */
    static boolean areAnything(List<String> regexes) {
        return regexes.stream().anyMatch(ResourceRegex::isAnything);
    }

    /** Any of these is meant; empty where it cannot be said. What Prowler finds only in a type, such as {@code db}, is not. */
    static Optional<List<String>> patterns(String regex) {
        return patterns(regex, IDS);
    }

    /** As {@link #patterns(String)}, of what is exempt: rather more than less. */
    static Optional<List<String>> exempt(String regex) {
        return patterns(regex, IDS_AND_TYPES);
    }

    private static Optional<List<String>> patterns(String regex, List<String> beginnings) {
        var prowlers = regex.startsWith("*") ? ".*" + regex.substring(1) : regex;
        var patterns = new ArrayList<String>();
        for (var alternative : prowlers.split("(?<!\\\\)\\|", -1)) {
            var translated = translate(alternative, beginnings);
            if (translated.isEmpty()) {
                return Optional.empty();
            }
            patterns.addAll(translated);
        }
        return Optional.of(patterns);
    }

    /** None where it cannot be said. */
    private static List<String> translate(String regex, List<String> beginnings) {
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
        return pattern.isEmpty() ? List.of() : around(pattern.toString(), begins, ends, beginnings);
    }

    private static List<String> around(String pattern, boolean begins, boolean ends, List<String> beginnings) {
        var last = ends ? pattern : pattern + "*";
        if (pattern.startsWith("arn:")) {
            return List.of(last);
        }
        return beginnings.stream()
                .map(beginning -> beginning + (begins ? "" : "*") + last)
                .toList();
    }
}
