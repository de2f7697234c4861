package io.shisei.api.finding;

import io.shisei.api.Known;
import io.shisei.api.problem.BadCall;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.MovementFilter;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which movements are wanted: the fields of a step, and of one of its reasons. */
record MovementQuery(
        @Parameter(description = "The day of the step; else `from` and `to` are required") @Nullable
        LocalDate day,

        @Parameter(description = "The first day of several steps") @Nullable
        LocalDate from,

        @Parameter(description = "The last day of several steps") @Nullable
        LocalDate to,

        @Parameter(description = "An account; without it those that are in the sums over all") @Nullable
        String accountId,

        @Parameter(description = "An organizational unit, for the accounts that are in it; not with `accountId`")
        @Nullable
        String ou,

        @Parameter(description = "A control; without it all, or those of the standard") @Nullable
        ControlId controlId,

        @Parameter(description = "A standard, for its step") @Nullable
        String standardId,

        @Nullable MoveCause cause,

        @Parameter(description = "The count that held the findings before") @Nullable
        Counted was,

        @Parameter(description = "The count that holds them since") @Nullable
        Counted became) {

    MovementFilter filter(Known known, Controls controls) {
        var first = day == null ? from : day;
        var last = day == null ? to : day;
        if (first == null || last == null || day != null && (from != null || to != null)) {
            throw BadCall.malformed("day", "must be the day of a step, such as 2026-03-01, or else from and to are");
        }
        var circle = known.circle(ou, accountId);
        if (standardId != null) {
            known.checkStandards(Set.of(standardId));
        }
        var chosen = MovementFilter.chosen(controls, controlId, standardId);
        return new MovementFilter(first, last, circle, chosen, cause, was, became);
    }
}
