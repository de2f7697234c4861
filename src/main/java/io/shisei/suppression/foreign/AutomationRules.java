package io.shisei.suppression.foreign;

import io.shisei.refusal.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Security Hub's automation rules, as {@code aws securityhub batch-get-automation-rules} prints them.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AutomationRulesConfig.html">AutomationRulesConfig</a>
 */
final class AutomationRules {

    private static final Set<String> SUPPRESSION = Set.of("Workflow", "Note");

    private AutomationRules() {}

    /** @throws Refusal.Invalid when there are none */
    static List<ForeignRule> read(String text) {
        var rules = Piece.read(text).field("Rules").members();
        if (rules.isEmpty()) {
            throw new Refusal.Invalid(ForeignCode.NO_RULES, "text", "Rules");
        }
        return rules.stream().map(AutomationRules::rule).toList();
    }

    private static ForeignRule rule(Piece rule) {
        var draft = new RuleDraft();
        if ("DISABLED".equals(rule.field("RuleStatus").text())) {
            draft.leaveOut(ForeignCode.SWITCHED_OFF);
        }
        var update = rule.field("Actions").members().stream()
                .map(action -> action.field("FindingFieldsUpdate"))
                .filter(fields -> "SUPPRESSED"
                        .equals(fields.field("Workflow").field("Status").text()))
                .findFirst();
        update.ifPresentOrElse(fields -> others(fields, draft), () -> draft.leaveOut(ForeignCode.DOES_NOT_SUPPRESS));
        rule.field("Criteria").fields().forEach((name, filters) -> new Criterion(name, draft).read(filters.members()));
        var name = rule.field("RuleName").text();
        var note = update.map(fields -> fields.field("Note").field("Text").text());
        return draft.rule(rule.line(), name == null ? "" : name, note.orElse(described(rule, name)));
    }

    private static @Nullable String described(Piece rule, @Nullable String name) {
        var description = rule.field("Description").text();
        return description == null || description.isBlank() ? name : description;
    }

    private static void others(Piece fields, RuleDraft draft) {
        var others = fields.fields().keySet().stream()
                .filter(field -> !SUPPRESSION.contains(field))
                .toList();
        if (!others.isEmpty()) {
            draft.remark(ForeignCode.OTHER_ACTIONS, String.join(", ", others));
        }
    }
}
