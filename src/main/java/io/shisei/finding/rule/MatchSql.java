package io.shisei.finding.rule;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.finding.rule.TagMatch.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes matches as conditions on a finding {@code f} and its resource {@code r}. */
final class MatchSql {

    private final String prefix;
    private final Map<String, Object> parameters;
    private final boolean indexed;
    private final List<String> clauses = new ArrayList<>();

    /** @param indexed whether indexes are to find what fits; else few parameters are taken, however many patterns there are */
    MatchSql(String prefix, Map<String, Object> parameters, boolean indexed) {
        this.prefix = prefix;
        this.parameters = parameters;
        this.indexed = indexed;
    }

    String of(FindingMatch match) {
        controls(match.controlIds());
        compare("f.account_id", "= any", match.accountIds());
        within(match.ous());
        compare("f.region", "= any", match.regions());
        if (match.resourcePatterns() != null) {
            clauses.add(
                    indexed
                            ? oneOf(match.resourcePatterns().stream()
                                    .map(this::arn)
                                    .toList())
                            : arns(match.resourcePatterns()));
        }
        tags(match.tags());
        except(match.except());
        return String.join(" and ", clauses);
    }

    private void controls(@Nullable List<ControlId> ids) {
        compare("f.control_id", "= any", ids == null ? null : List.of(ControlId.texts(ids)));
    }

    private void compare(String column, String comparison, @Nullable List<String> values) {
        if (values != null) {
            clauses.add(column + " " + comparison + "(" + parameter(values.toArray(String[]::new)) + ")");
        }
    }

    private void within(@Nullable List<Ou> ous) {
        if (ous != null) {
            var paths = ous.stream().map(Ou::path).toArray(String[]::new);
            clauses.add("f.account_id = any(array(select accounts_in_ous(" + parameter(paths) + ")))");
        }
    }

    private void tags(TagMatch tags) {
        tags.all().forEach(tag -> clauses.add(has(tag)));
        if (!tags.any().isEmpty()) {
            clauses.add(oneOf(tags.any().stream().map(this::has).toList()));
        }
        if (!tags.none().isEmpty()) {
            clauses.add("r.tags_known");
            tags.none().forEach(tag -> clauses.add("not " + has(tag)));
        }
    }

    private void except(FindingMatch.Exempt except) {
        compare("f.account_id", "<> all", except.accountIds());
        compare("f.region", "<> all", except.regions());
        if (except.resourcePatterns() != null) {
            clauses.add("not " + arns(except.resourcePatterns()));
        }
    }

    /** Doubled, the question mark is PostgreSQL's operator and no parameter. */
    private String has(Tag tag) {
        return tag.value() == null
                ? "r.tags ?? " + parameter(tag.key())
                : "r.tags @> jsonb_build_object(" + parameter(tag.key()) + "::text, " + parameter(tag.value())
                        + "::text)";
    }

    private String arn(String pattern) {
        return "r.arn like " + parameter(like(pattern));
    }

    private String arns(List<String> patterns) {
        var likes = patterns.stream().map(MatchSql::like).toArray(String[]::new);
        return "(r.arn like any(" + parameter(likes) + "))";
    }

    private static String oneOf(List<String> conditions) {
        return "(" + String.join(" or ", conditions) + ")";
    }

    private String parameter(Object value) {
        var name = prefix + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static String like(String pattern) {
        return pattern.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%')
                .replace('?', '_');
    }

    /** Whether ARNs that fit begin with more than nearly all ARNs do. */
    static boolean hasBeginning(String pattern) {
        var literal = pattern.split("[*?]", 2)[0];
        return literal.startsWith("arn:") && literal.split(":", 4).length > 3;
    }
}
