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
        var turns = rules.stream().map(RuleTurn::new).toList();
        var others = turns.stream().filter(RuleTurn::keepsOpen).toList();
        return turns.stream().map(turn -> rule(turn, others)).toList();
    }

    /** @param others those that may keep open what it suppresses */
    private static ForeignRule rule(RuleTurn turn, List<RuleTurn> others) {
        var draft = new RuleDraft();
        var rule = turn.rule();
        if (turn.isOff()) {
            draft.leaveOut(ForeignCode.SWITCHED_OFF);
        }
        var update = turn.suppression();
        update.ifPresentOrElse(
                fields -> {
                    others(fields, draft);
                    turn.hindrances(others).forEach(name -> draft.leaveOut(ForeignCode.OTHER_RULE, name));
                },
                () -> draft.leaveOut(ForeignCode.DOES_NOT_SUPPRESS));
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
