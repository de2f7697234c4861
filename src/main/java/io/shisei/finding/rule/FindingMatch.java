package io.shisei.finding.rule;

import io.shisei.control.ControlId;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a suppression means. All that is named must fit; within a list one is enough; null names nothing.
 *
 * @param regions {@code global} is the region of what has none
 * @param resourcePattern of the ARN as a whole, upper and lower case told apart: {@code *} is any text, {@code ?} any character
 */
public record FindingMatch(
        @Nullable List<ControlId> controlIds,
        @Nullable List<String> accountIds,
        @Nullable List<String> regions,
        @Nullable String resourcePattern,
        @Nullable Tag tag) {

    /** @param value null: any */
    public record Tag(String key, @Nullable String value) {

        public Tag {
            Limits.text("tag/key", key, Limits.TAG_KEY);
            Limits.atMost("tag/value", value, Limits.TAG_VALUE);
        }
    }

    /** @throws Refusal.Invalid when nothing is named, a list is empty, or something is blank or too long */
    public FindingMatch {
        controlIds = ControlId.chosen(controlIds);
        accountIds = texts("accountIds", accountIds);
        regions = texts("regions", regions);
        if (resourcePattern != null) {
            Limits.text("resourcePattern", resourcePattern, Limits.ARN);
        }
        if (Stream.of(controlIds, accountIds, regions, resourcePattern, tag).allMatch(named -> named == null)) {
            throw new Refusal.Invalid(MatchCode.NOTHING_NAMED, null);
        }
        Limits.atMost("controlIds", controlIds == null ? List.of() : controlIds, Limits.VALUES);
    }

    private static @Nullable List<String> texts(String field, @Nullable List<String> values) {
        if (values == null) {
            return null;
        }
        if (values.isEmpty()) {
            throw new Refusal.Invalid(MatchCode.EMPTY_LIST, field);
        }
        Limits.atMost(field, values, Limits.VALUES);
        Limits.choices(field, values);
        return values.stream().distinct().toList();
    }

    /** Whether there can be such a finding among those of {@code controls} in a region of an account. */
    public boolean concerns(String accountId, String region, Collection<ControlId> controls) {
        return (accountIds == null || accountIds.contains(accountId))
                && (regions == null || regions.contains(region))
                && (controlIds == null || controlIds.stream().anyMatch(controls::contains));
    }

    /**
     * The condition on a finding {@code f} and its resource {@code r}.
     *
     * @param prefix of the names of its parameters, which are added to {@code parameters}
     */
    public String sql(String prefix, Map<String, Object> parameters) {
        var clauses = new ArrayList<String>();
        if (controlIds != null) {
            parameters.put(prefix + "controls", ControlId.texts(controlIds));
            clauses.add("f.control_id = any(:" + prefix + "controls)");
        }
        if (accountIds != null) {
            parameters.put(prefix + "accounts", accountIds.toArray(String[]::new));
            clauses.add("f.account_id = any(:" + prefix + "accounts)");
        }
        if (regions != null) {
            parameters.put(prefix + "regions", regions.toArray(String[]::new));
            clauses.add("f.region = any(:" + prefix + "regions)");
        }
        if (resourcePattern != null) {
            parameters.put(prefix + "arn", like(resourcePattern));
            clauses.add("r.arn like :" + prefix + "arn");
        }
        if (tag != null) {
            clauses.add(sql(tag, prefix, parameters));
        }
        return String.join(" and ", clauses);
    }

    private static String sql(Tag tag, String prefix, Map<String, Object> parameters) {
        parameters.put(prefix + "key", tag.key());
        var read = "r.tags ->> :" + prefix + "key";
        if (tag.value() == null) {
            return "(" + read + ") is not null";
        }
        parameters.put(prefix + "value", tag.value());
        return "(" + read + ") = :" + prefix + "value";
    }

    private static String like(String pattern) {
        return pattern.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%')
                .replace('?', '_');
    }
}
