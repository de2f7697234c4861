package io.shisei.suppression.foreign;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An automation rule and when it has its turn: those with a lower {@code RuleOrder} come first, a later one overrules what they
 * set, and a terminal one lets no other come after it.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AutomationRulesConfig.html">AutomationRulesConfig</a>
 */
record RuleTurn(Piece rule) {

    /** Of these a finding has one value. */
    private static final Set<String> SINGLE = Set.of(
            "AwsAccountId",
            "ResourceRegion",
            "ResourceId",
            "ResourceType",
            "ComplianceSecurityControlId",
            "GeneratorId",
            "ProductName",
            "ComplianceStatus");

    boolean isOff() {
        return "DISABLED".equals(rule.field("RuleStatus").text());
    }

    /** What it sets of findings that it suppresses. */
    Optional<Piece> suppression() {
        return updates().filter(update -> "SUPPRESSED".equals(status(update))).findFirst();
    }

    /** Whether it is on, and does something else than to suppress. */
    boolean keepsOpen() {
        return !isOff() && suppression().isEmpty();
    }

    private Stream<Piece> updates() {
        return rule.field("Actions").members().stream().map(action -> action.field("FindingFieldsUpdate"));
    }

    /** The workflow status that an update sets; null where it sets none. */
    private static @Nullable String status(Piece update) {
        return update.field("Workflow").field("Status").text();
    }

    /** The names of those of the others that keep some of what this one finds from being suppressed, or reopen it. */
    List<String> hindrances(List<RuleTurn> others) {
        return others.stream()
                .filter(other -> (other.keepsFrom(this) || other.overrules(this)) && other.meets(this))
                .map(other ->
                        Optional.ofNullable(other.rule.field("RuleName").text()).orElse("?"))
                .toList();
    }

    private boolean keepsFrom(RuleTurn later) {
        return isTerminal() && mayPrecede(later);
    }

    private boolean overrules(RuleTurn earlier) {
        return updates().anyMatch(update -> status(update) != null)
                && !earlier.isTerminal()
                && earlier.mayPrecede(this);
    }

    private boolean isTerminal() {
        return "true".equals(rule.field("IsTerminal").text());
    }

    /** Of the same order, AWS takes first what was updated first. */
    private boolean mayPrecede(RuleTurn other) {
        var mine = order();
        var others = other.order();
        return mine.isEmpty() || others.isEmpty() || mine.getAsLong() <= others.getAsLong();
    }

    private OptionalLong order() {
        var order = rule.field("RuleOrder").text();
        return order != null && order.matches("\\d{1,9}")
                ? OptionalLong.of(Long.parseLong(order))
                : OptionalLong.empty();
    }

    /** Whether there can be a finding that both find. */
    private boolean meets(RuleTurn other) {
        return SINGLE.stream().noneMatch(field -> {
            var mine = only(field);
            var others = other.only(field);
            return !mine.isEmpty() && !others.isEmpty() && Collections.disjoint(mine, others);
        });
    }

    /** The values of which a finding of ours must have one; empty where it may have others. */
    private Set<String> only(String field) {
        var filters = rule.field("Criteria").field(field).members();
        if (filters.isEmpty()) {
            return Criterion.ALWAYS.getOrDefault(field, Set.of());
        }
        return filters.stream()
                        .allMatch(it -> "EQUALS".equals(it.field("Comparison").text()))
                ? filters.stream()
                        .flatMap(it -> Stream.ofNullable(it.field("Value").text()))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
