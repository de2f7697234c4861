package io.shisei.suppression.foreign;

import io.shisei.control.ControlId;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.TagMatch;
import io.shisei.finding.rule.TagMatch.Tag;
import io.shisei.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a foreign rule names, gathered piece by piece; empty lists name nothing. */
final class RuleDraft {

    @Nullable
    List<ControlId> controls;

    final List<String> accounts = new ArrayList<>();
    final List<String> regions = new ArrayList<>();
    final List<String> patterns = new ArrayList<>();
    final List<Tag> allTags = new ArrayList<>();
    final List<Tag> anyTags = new ArrayList<>();
    final List<Tag> noTags = new ArrayList<>();
    final List<String> exceptAccounts = new ArrayList<>();
    final List<String> exceptRegions = new ArrayList<>();
    final List<String> exceptPatterns = new ArrayList<>();

    private final List<Refusal> remarks = new ArrayList<>();
    private boolean possible = true;

    /** Ours says it otherwise, but the rule can be taken. */
    void remark(Refusal.Code code, Object... arguments) {
        remarks.add(new Refusal.Impossible(code, null, arguments));
    }

    /** Ours would hide more, so the rule is left out. */
    void leaveOut(Refusal.Code code, Object... arguments) {
        remark(code, arguments);
        possible = false;
    }

    /** Leaves the rule out for each field of a piece that is none of these. */
    void checkKeys(Piece piece, Set<String> keys) {
        piece.fields().keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> leaveOut(ForeignCode.UNKNOWN_KEY, key));
    }

    /** The texts of a field; leaves the rule out where it is no list. */
    List<String> list(Piece piece, String key) {
        if (piece.field(key).isMapping()) {
            leaveOut(ForeignCode.NAMES_NOTHING, key);
        }
        return piece.field(key).texts();
    }

    /** Adds what expressions mean to {@code patterns}; leaves the rule out where one cannot be said. */
    void addPatterns(List<String> regexes, List<String> patterns, Function<String, Optional<List<String>>> read) {
        for (var regex : regexes) {
            read.apply(regex).ifPresentOrElse(patterns::addAll, () -> leaveOut(ForeignCode.NOT_A_PATTERN, regex));
        }
    }

    ForeignRule rule(int line, String name, @Nullable String reason) {
        return new ForeignRule(line, name, possible ? match() : null, reason, List.copyOf(remarks));
    }

    private @Nullable FindingMatch match() {
        try {
            return new FindingMatch(
                    controls,
                    orNull(accounts),
                    null,
                    orNull(regions),
                    orNull(patterns),
                    new TagMatch(allTags, anyTags, noTags),
                    new FindingMatch.Exempt(orNull(exceptAccounts), orNull(exceptRegions), orNull(exceptPatterns)));
        } catch (Refusal.Invalid refused) {
            remarks.add(refused);
            return null;
        }
    }

    private static @Nullable List<String> orNull(List<String> values) {
        return values.isEmpty() ? null : values.stream().distinct().toList();
    }
}
