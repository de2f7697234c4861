package io.shisei.suppression.foreign;

import io.shisei.control.ControlId;
import io.shisei.inventory.Scope;
import io.shisei.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Prowler's mutelist, as its version 5 has it.
 *
 * @see <a href="https://docs.prowler.com/user-guide/cli/tutorials/mutelist">Prowler's documentation</a>
 */
final class Mutelist {

    private static final String ANY = "*";
    private static final Set<String> KEYS = Set.of("Regions", "Resources", "Tags", "Exceptions", "Description");

    /** Where Prowler finds what has no region. */
    private static final String HOME = "us-east-1";

    private final ProwlerChecks checks = ProwlerChecks.shipped();
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Predicate<ControlId> judged;

    /** @param judged whether we judge a control */
    Mutelist(Predicate<ControlId> judged) {
        this.judged = judged;
    }

    /** @throws Refusal.Invalid when it is not one */
    List<ForeignRule> read(String text) {
        var accounts = Piece.read(text).field("Mutelist").field("Accounts").fields();
        if (accounts.isEmpty()) {
            throw new Refusal.Invalid(ForeignCode.NO_RULES, "text", "Mutelist: Accounts");
        }
        return accounts.entrySet().stream()
                .flatMap(account -> rules(account.getKey(), account.getValue()).stream())
                .toList();
    }

    private List<ForeignRule> rules(String account, Piece piece) {
        var entries = piece.field("Checks").fields();
        if (entries.isEmpty()) {
            var draft = new RuleDraft();
            draft.leaveOut(ForeignCode.NAMES_NOTHING, "Checks");
            return List.of(draft.rule(piece.line(), account, null));
        }
        var before = new LinkedHashMap<String, Piece>();
        var rules = new ArrayList<ForeignRule>();
        entries.forEach((check, muted) -> {
            rules.add(rule(account, check, muted, before));
            before.put(check, muted);
        });
        return rules;
    }

    /** @param before what stands before it for the same account: Prowler looks no further once that exempts a finding */
    private ForeignRule rule(String account, String check, Piece muted, Map<String, Piece> before) {
        var draft = new RuleDraft();
        if (!account.equals(ANY)) {
            draft.accounts.add(account);
        }
        draft.checkKeys(muted, KEYS);
        controls(check, draft);
        regions(demanded(muted, "Regions", draft), draft);
        resources(demanded(muted, "Resources", draft), draft);
        MutedTags.read(draft.list(muted, "Tags"), draft);
        MutedExceptions.read(muted, draft);
        before.forEach((earlier, its) -> {
            if (meet(earlier, check) && MutedExceptions.read(its, draft)) {
                draft.remark(ForeignCode.EXEMPTS_EARLIER, earlier);
            }
        });
        return draft.rule(
                muted.line(), account + " " + check, muted.field("Description").text());
    }

    /** Prowler takes no file in which one is missing. */
    private static List<String> demanded(Piece piece, String key, RuleDraft draft) {
        var texts = draft.list(piece, key);
        if (texts.isEmpty()) {
            draft.leaveOut(ForeignCode.NAMES_NOTHING, key);
        }
        return texts;
    }

    /** Whether there is a control that both are about. */
    private boolean meet(String check, String other) {
        return check.equals(ANY) || other.equals(ANY) || !Collections.disjoint(named(check), named(other));
    }

    private Set<String> named(String check) {
        return named.computeIfAbsent(check, checks::named);
    }

    private void controls(String check, RuleDraft draft) {
        if (check.equals(ANY)) {
            return;
        }
        var named = named(check);
        if (named.isEmpty()) {
            draft.leaveOut(ForeignCode.UNKNOWN_CHECK, check);
            return;
        }
        var controls = checks.controls(named);
        var whole = new TreeSet<>(controls.getOrDefault(true, Set.of()));
        remarkAll(controls.getOrDefault(false, Set.of()), ForeignCode.PART_OF_CONTROL, draft);
        var unknown = new TreeSet<>(whole);
        unknown.removeIf(judged);
        remarkAll(unknown, ForeignCode.NOT_EVALUATED, draft);
        whole.removeAll(unknown);
        if (whole.isEmpty()) {
            draft.leaveOut(ForeignCode.UNKNOWN_CHECK, check);
        } else {
            draft.controls = List.copyOf(whole);
        }
    }

    private static void remarkAll(Set<ControlId> controls, ForeignCode code, RuleDraft draft) {
        if (!controls.isEmpty()) {
            draft.remark(code, String.join(", ", ControlId.texts(controls)));
        }
    }

    private static void regions(List<String> regions, RuleDraft draft) {
        if (!ResourceRegex.areAnything(regions)) {
            draft.regions.addAll(regions);
            if (regions.contains(HOME)) {
                draft.regions.add(Scope.GLOBAL_REGION);
                draft.remark(ForeignCode.GLOBAL_TOO, HOME);
            }
        }
    }

    private static void resources(List<String> regexes, RuleDraft draft) {
        if (!ResourceRegex.areAnything(regexes)) {
            draft.addPatterns(regexes, draft.patterns, ResourceRegex::patterns);
        }
    }
}
