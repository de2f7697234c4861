package io.shisei.control.cel.function;

import io.shisei.control.cel.value.StructView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of a policy grants. The public is
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">as AWS defines
 * it</a>: everyone is allowed, and no condition holds the caller to fixed values, without wildcards or variables.
 */
final class Grants {

    /** Operators that a request without the key does not meet, with {@code ForAnyValue:} or nothing before them. */
    private static final Pattern LIMITING_OPERATOR =
            Pattern.compile("(foranyvalue:)?(string(equals|equalsignorecase|like)|arn(equals|like)|ipaddress)");

    /**
     * Those of AWS's page: {@code aws:SourceOrgID} is not on it, nor the key that an object is encrypted with any more, which
     * whoever asks may choose. A caller's account is what limits keys of KMS.
     */
    private static final Set<String> LIMITING_KEYS = Set.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceip",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:userid",
            "kms:calleraccount",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn");

    /** The id of a role before the name of a session, which whoever may take the role chooses. */
    private static final Pattern SESSION = Pattern.compile("AROA[A-Z0-9]*:.*", Pattern.CASE_INSENSITIVE);

    /** The name of an access point may be a pattern, if its account is fixed. */
    private static final Pattern ACCESS_POINT = Pattern.compile("arn:[^:*?$]+:s3:[^:]*:\\d{12}:accesspoint/.*");

    private Grants() {}

    static boolean isPublic(StructView statement) {
        return "Allow".equals(statement.fields().get("Effect"))
                && isForEveryone(statement)
                && conditions(statement).noneMatch(Grants::limits);
    }

    /**
     * Whether the statement allows any of what {@code actions} means, whoever may do it, on what and under what
     * condition: it names one of them, or does not leave all of them out.
     */
    static boolean allows(StructView statement, String actions) {
        var named = texts(statement, "Action").stream().anyMatch(action -> Wildcards.overlap(action, actions));
        var leftOut = texts(statement, "NotAction");
        var meant = !leftOut.isEmpty() && leftOut.stream().noneMatch(action -> Wildcards.covers(action, actions));
        return "Allow".equals(statement.fields().get("Effect")) && (named || meant);
    }

    private static boolean isForEveryone(StructView statement) {
        return statement.fields().containsKey("NotPrincipal")
                || map(statement.fields().get("Principal")).entrySet().stream()
                        .anyMatch(kind -> texts(kind.getValue()).stream()
                                .anyMatch(principal -> isEveryone(kind.getKey(), principal)));
    }

    /** Anyone can have an identity of a provider that accounts share, such as {@code graph.facebook.com}. */
    private static boolean isEveryone(Object kind, String principal) {
        return principal.equals("*")
                || principal.matches("arn:[^:]*:iam::[*]:.*")
                || kind.equals("Federated") && !principal.startsWith("arn:");
    }

    private record Limit(String operator, String key, List<String> values) {}

    private static Stream<Limit> conditions(StructView statement) {
        return map(statement.fields().get("Condition")).entrySet().stream()
                .flatMap(operator -> map(operator.getValue()).entrySet().stream()
                        .map(key -> new Limit(lower(operator.getKey()), lower(key.getKey()), texts(key.getValue()))));
    }

    private static boolean limits(Limit limit) {
        return LIMITING_OPERATOR.matcher(limit.operator).matches()
                && LIMITING_KEYS.contains(limit.key)
                && !limit.values.isEmpty()
                && limit.values.stream().allMatch(value -> isFixed(limit.key, value));
    }

    private static boolean isFixed(String key, String value) {
        return switch (key) {
            case "aws:sourceip" -> isNarrow(value);
            case "s3:dataaccesspointarn" -> ACCESS_POINT.matcher(value).matches();
            case "aws:userid" -> !hasWildcard(value) && !SESSION.matcher(value).matches();
            default -> !hasWildcard(value);
        };
    }

    private static boolean hasWildcard(String value) {
        return value.contains("*") || value.contains("?") || value.contains("${");
    }

    /** AWS takes blocks of more than a 256th of all IPv4 addresses, or more than a /32 of IPv6, for the public. */
    private static boolean isNarrow(String block) {
        try {
            var cidr = Cidr.of(block);
            return cidr.prefix() >= (cidr.address().length == 4 ? 8 : 32);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String lower(Object text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> texts(StructView statement, String field) {
        return texts(statement.fields().getOrDefault(field, List.of()));
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
