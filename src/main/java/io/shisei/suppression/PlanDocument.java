package io.shisei.suppression;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.shisei.account.Ou;
import io.shisei.control.ControlId;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.TagMatch;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule says, in the words of the API, as its history keeps it. */
record PlanDocument(
        @JsonUnwrapped Match match,
        String reason,
        String owner,
        @Nullable String expiresAt,
        @Nullable String reviewOn) {

    static PlanDocument of(Suppression.Plan plan) {
        var expiresAt = plan.expiresAt();
        return new PlanDocument(
                Match.of(plan.match()),
                plan.reason(),
                plan.owner(),
                expiresAt == null
                        ? null
                        : expiresAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                plan.reviewOn() == null ? null : plan.reviewOn().toString());
    }

    /** What it hides, as it is kept. */
    record Match(
            @Nullable List<String> controlIds,
            @Nullable List<String> accountIds,
            @Nullable List<String> ous,
            @Nullable List<String> regions,
            @Nullable List<String> resourcePatterns,
            TagMatch tags,
            FindingMatch.Exempt except) {

        static Match of(FindingMatch match) {
            var controls = match.controlIds();
            return new Match(
                    controls == null ? null : List.of(ControlId.texts(controls)),
                    match.accountIds(),
                    match.ous() == null
                            ? null
                            : match.ous().stream().map(Ou::path).toList(),
                    match.regions(),
                    match.resourcePatterns(),
                    match.tags(),
                    match.except());
        }

        FindingMatch toMatch() {
            return new FindingMatch(
                    ControlId.parse(controlIds),
                    accountIds,
                    Ou.chosen("ous", ous),
                    regions,
                    resourcePatterns,
                    tags,
                    except);
        }
    }
}
