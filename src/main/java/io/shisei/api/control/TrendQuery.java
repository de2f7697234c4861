package io.shisei.api.control;

import io.shisei.api.problem.BadCall;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a trend is wanted: of one account or of all, the last ninety days unless told. Periods of more than eight
 * days, and those of several accounts, have the last point of each day.
 */
record TrendQuery(
        @Parameter(description = "An account; without it the sum over all, with one point a day") @Nullable
        String accountId,

        @Parameter(description = "An organizational unit, for the accounts that are in it now; not with `accountId`")
        @Nullable
        String ou,

        @Parameter(description = "The first instant, inclusive; 90 days before `to` unless told") @Nullable
        Instant from,

        @Parameter(description = "The last instant; now unless told") @Nullable
        Instant to) {

    private static final Duration USUAL = Duration.ofDays(90);

    Period period(Instant now) {
        var end = to == null ? now : to;
        var start = from == null ? end.minus(USUAL) : from;
        if (!start.isBefore(end)) {
            throw BadCall.malformed("from", "must be before 'to', which is " + end);
        }
        return new Period(start, end);
    }

    /** From {@code from} to {@code to}. */
    record Period(Instant from, Instant to) {}
}
