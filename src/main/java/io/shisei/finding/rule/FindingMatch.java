package io.shisei.finding.rule;

import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a suppression means. All that is named must fit; within a list one is enough; null names nothing.
 *
 * @param ous the units in which accounts are, or in units below them
 * @param regions {@code global} is the region of what has none
 * @param resourcePatterns of the ARN as a whole, upper and lower case told apart: {@code *} is any text, {@code ?} any character
 * @param except what is not meant although all of that fits
 */
public record FindingMatch(
        @Nullable List<ControlId> controlIds,
        @Nullable List<String> accountIds,
        @Nullable List<Ou> ous,
        @Nullable List<String> regions,
        @Nullable List<String> resourcePatterns,
        TagMatch tags,
        Exempt except) {

    /** What is exempt: any of these; regions and patterns as above. */
    public record Exempt(
            @Nullable List<String> accountIds,
            @Nullable List<String> regions,
            @Nullable List<String> resourcePatterns) {

        public static final Exempt NOTHING = new Exempt(null, null, null);

        /** @throws Refusal.Invalid when a list is empty or too long, or something in it is blank or too long */
        public Exempt {
            accountIds = texts("except/accountIds", accountIds);
            regions = texts("except/regions", regions);
            resourcePatterns = texts("except/resourcePatterns", resourcePatterns);
        }
    }

    /**
     * @throws Refusal.Invalid when nothing is named but what is not meant, a list is empty or too long, or something is
     *     blank or too long
     */
    public FindingMatch {
        controlIds = ControlId.chosen(controlIds);
        Limits.atMost("controlIds", controlIds == null ? List.of() : controlIds, Limits.VALUES);
        accountIds = texts("accountIds", accountIds);
        Limits.atMost("ous", ous == null ? List.of() : ous, Limits.VALUES);
        regions = texts("regions", regions);
        resourcePatterns = texts("resourcePatterns", resourcePatterns);
        if (Stream.of(controlIds, accountIds, ous, regions, resourcePatterns).allMatch(named -> named == null)
                && !tags.demands()) {
            throw new Refusal.Invalid(MatchCode.NOTHING_NAMED, null);
        }
    }

    /** What one control says of one resource. */
    public static FindingMatch of(ControlId control, String accountId, String region, String arn) {
        return new FindingMatch(
                List.of(control),
                List.of(accountId),
                null,
                List.of(region),
                List.of(arn),
                TagMatch.ANY,
                Exempt.NOTHING);
    }

    /** All resources whose ARN fits. */
    public static FindingMatch ofArns(String pattern) {
        return new FindingMatch(null, null, null, null, List.of(pattern), TagMatch.ANY, Exempt.NOTHING);
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
     * The condition on a finding {@code f} and its resource {@code r}, in a form that indexes serve.
     *
     * @param prefix of the names of its parameters, which are added to {@code parameters}
     */
    public String sql(String prefix, Map<String, Object> parameters) {
        return new MatchSql(prefix, parameters, true).of(this);
    }

    /**
     * As {@link #sql}, of findings that something else finds. PostgreSQL takes 65,535 parameters in a statement, and all rules
     * together stand in one: patterns are one parameter, however many.
     */
    String test(String prefix, Map<String, Object> parameters) {
        return new MatchSql(prefix, parameters, false).of(this);
    }

    /** Whether indexes find the findings that fit, so that the others need not be read. */
    public boolean isIndexed() {
        return Stream.of(controlIds, accountIds, ous).anyMatch(named -> named != null)
                || resourcePatterns != null && resourcePatterns.stream().allMatch(MatchSql::hasBeginning)
                || tags.demands();
    }
}
