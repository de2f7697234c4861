package io.shisei.aws.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A statement that allows something, by
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM's grammar</a>.
 *
 * @param sid letters and digits
 * @param actions each with its service's prefix, {@code s3:GetBucketPolicy}
 * @param resources {@code *}, or what stands behind the partition in an ARN
 */
record Statement(String sid, List<String> actions, List<String> resources) {

    static final String ALL = "*";

    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9]+");
    private static final Pattern RESOURCE = Pattern.compile("\\*|[a-z0-9-]+:[a-z0-9*-]*:[0-9*]*:[A-Za-z0-9*?/:._-]+");

    Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        all(SID, List.of(sid));
        all(ACTION, actions);
        all(RESOURCE, resources);
    }

    private static void all(Pattern grammar, Collection<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("IAM takes no statement without " + grammar);
        }
        for (var word : words) {
            if (!grammar.matcher(word).matches()) {
                throw new IllegalArgumentException("IAM does not take '" + word + "', but " + grammar);
            }
        }
    }

    /** The same for those of its actions that are {@code wanted}; empty where none is. */
    Optional<Statement> only(Collection<String> wanted) {
        var left = actions.stream().filter(wanted::contains).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Statement(sid, left, resources));
    }

    /** The prefix of its actions, which are of one service. */
    String service() {
        var action = actions.getFirst();
        return action.substring(0, action.indexOf(':'));
    }

    /** As IAM reads it; {@code arn} completes a resource that is bound to the partition. */
    Map<String, Object> json(Function<String, Object> arn) {
        var json = new LinkedHashMap<String, Object>();
        json.put("Sid", sid);
        json.put("Effect", "Allow");
        json.put("Action", actions);
        json.put(
                "Resource",
                resources.stream()
                        .map(resource -> resource.equals(ALL) ? ALL : arn.apply(resource))
                        .toList());
        return json;
    }
}
