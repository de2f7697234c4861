package io.shisei.aws.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of AWS's managed policies, as a text beside this class tells what it allows. */
record ManagedPolicy(List<Allowed> all) {

    /** An action or a pattern of several, for a resource or a pattern of several. */
    record Allowed(String action, String resource) {
        boolean covers(String otherAction, String otherResource) {
            return matches(action, otherAction) && matches(resource, otherResource);
        }

        private static boolean matches(String pattern, String text) {
            return Pattern.matches("(?i)" + Pattern.quote(pattern).replace("*", "\\E.*\\Q"), text);
        }
    }

    static ManagedPolicy of(String name) throws IOException {
        try (var text = ManagedPolicy.class.getResourceAsStream(name + ".txt")) {
            return new ManagedPolicy(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(words -> new Allowed(words[0], words.length > 1 ? words[1] : Statement.ALL))
                    .toList());
        }
    }

    /** What of a statement it does not allow. */
    Stream<String> missing(Statement statement) {
        return statement.actions().stream()
                .flatMap(action -> statement.resources().stream()
                        .filter(resource -> all.stream().noneMatch(allowed -> allowed.covers(action, resource)))
                        .map(resource -> resource.equals(Statement.ALL) ? action : action + " " + resource));
    }
}
