package io.shisei.suppression.foreign;

import io.shisei.control.ControlId;
import io.shisei.refusal.Refusal;
import java.util.List;
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

    private final ProwlerChecks checks = ProwlerChecks.shipped();
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
                .flatMap(account -> account.getValue().field("Checks").fields().entrySet().stream()
                        .map(check -> rule(account.getKey(), check.getKey(), check.getValue())))
                .toList();
    }

    private ForeignRule rule(String account, String check, Piece muted) {
        var draft = new RuleDraft();
        if (!account.equals(ANY)) {
            draft.accounts.add(account);
        }
        muted.fields().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> draft.leaveOut(ForeignCode.UNKNOWN_KEY, key));
        controls(check, draft);
        regions(muted.field("Regions").texts(), draft);
        resources(muted.field("Resources").texts(), draft.patterns, draft);
        MutedTags.read(muted.field("Tags").texts(), draft);
        exceptions(muted.field("Exceptions"), draft);
        return draft.rule(
                muted.line(), account + " " + check, muted.field("Description").text());
    }

    private void controls(String check, RuleDraft draft) {
        if (check.equals(ANY)) {
            return;
        }
        var named = checks.named(check);
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

    /** Prowler finds what has no region in the first one. */
    private static void regions(List<String> regions, RuleDraft draft) {
        if (!regions.contains(ANY)) {
            draft.regions.addAll(regions);
            if (regions.contains("us-east-1")) {
                draft.regions.add("global");
                draft.remark(ForeignCode.GLOBAL_TOO);
            }
        }
    }

    private static void resources(List<String> regexes, List<String> patterns, RuleDraft draft) {
        if (regexes.stream().anyMatch(ResourceRegex::isAnything)) {
            return;
        }
        for (var regex : regexes) {
            ResourceRegex.patterns(regex)
                    .ifPresentOrElse(patterns::addAll, () -> draft.leaveOut(ForeignCode.NOT_A_PATTERN, regex));
        }
    }

    /** Prowler's hold where all kinds of them fit, ours where any does: so ours hide no more. */
    private static void exceptions(Piece exceptions, RuleDraft draft) {
        var accounts = exceptions.field("Accounts").texts();
        var regions = exceptions.field("Regions").texts();
        var resources = exceptions.field("Resources").texts();
        var tags = exceptions.field("Tags").texts();
        var kinds = List.of(accounts, regions, resources, tags).stream()
                .filter(kind -> !kind.isEmpty())
                .count();
        if (kinds > 1 || tags.size() > 1) {
            draft.remark(ForeignCode.EXEMPTS_MORE);
        }
        if (accounts.contains(ANY)
                || regions.contains(ANY)
                || resources.stream().anyMatch(ResourceRegex::isAnything)) {
            draft.leaveOut(ForeignCode.EXEMPTS_ALL);
            return;
        }
        draft.exceptAccounts.addAll(accounts);
        draft.exceptRegions.addAll(regions);
        resources(resources, draft.exceptPatterns, draft);
        MutedTags.readExceptions(tags, draft);
    }
}
