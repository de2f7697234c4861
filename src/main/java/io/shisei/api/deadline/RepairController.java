package io.shisei.api.deadline;

import io.shisei.account.Circle;
import io.shisei.api.Known;
import io.shisei.api.problem.BadCall;
import io.shisei.deadline.Deadline;
import io.shisei.finding.sum.RepairSum;
import io.shisei.finding.sum.RepairSums;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How old open findings are, and how long mending takes. */
@RestController
@Tag(name = "Deadlines")
class RepairController {

    private final Known known;
    private final RepairSums repairs;
    private final Clock clock;

    RepairController(Known known, RepairSums repairs, Clock clock) {
        this.known = known;
        this.repairs = repairs;
        this.clock = clock;
    }

    enum GroupBy {
        CONTROL,
        SEVERITY,
        ACCOUNT
    }

    /**
     * Of the findings of one control, severity or account.
     *
     * @param open how many are active, not suppressed and fail, or failed when they were last seen
     * @param meanAgeSeconds for how long these have failed, on average
     * @param fixed how many passed in the period that had failed, and were not suppressed
     * @param meanSecondsToFix how long these had failed, on average
     */
    @Schema(name = "Repair")
    record Item(
            String id,
            long open,
            @Nullable Long meanAgeSeconds,
            long fixed,
            @Nullable Long meanSecondsToFix) {

        static Item of(Object id, RepairSum sum, Instant now) {
            return new Item(
                    id.toString(), sum.open(), seconds(sum.meanAge(now)), sum.fixes(), seconds(sum.meanTimeToFix()));
        }

        private static @Nullable Long seconds(@Nullable Duration duration) {
            return duration == null ? null : duration.toSeconds();
        }
    }

    /** {@code from} is the first of the days in UTC of which fixes are counted. */
    @Schema(name = "RepairList")
    record Answer(LocalDate from, LocalDate to, List<Item> items) {}

    @GetMapping("/api/v1/repairs")
    @Needs(Permission.READ)
    @Operation(
            summary = "Show how old open findings are, and how long mending took",
            description = "A fix is a pass of a finding that failed. What is gone, or was suppressed, is none.")
    Answer list(
            @RequestParam(name = "groupBy", defaultValue = "SEVERITY") GroupBy groupBy,
            @Parameter(description = "One account; without it all that count. Not with `groupBy=ACCOUNT`")
                    @RequestParam(name = "accountId", required = false)
                    @Nullable
                    String accountId,
            @Parameter(
                            description = "An organizational unit, for the accounts that are in it now; not with"
                                    + " `accountId` or `groupBy=ACCOUNT`")
                    @RequestParam(name = "ou", required = false)
                    @Nullable
                    String ou,
            @Parameter(description = "Of how many days fixes are counted, today among them")
                    @Schema(minimum = "1", maximum = "3650")
                    @RequestParam(name = "days", defaultValue = "90")
                    int days) {
        var circle = known.circle(ou, accountId);
        if (days < 1 || days > Deadline.MOST_DAYS) {
            throw BadCall.malformed("days", "must be from 1 to " + Deadline.MOST_DAYS);
        }
        var now = clock.instant();
        var to = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var from = to.minusDays(days - 1L);
        var items = sums(groupBy, circle, from, to).entrySet().stream()
                .map(it -> Item.of(it.getKey(), it.getValue(), now))
                .toList();
        return new Answer(from, to, items);
    }

    private Map<?, RepairSum> sums(GroupBy groupBy, Circle circle, LocalDate from, LocalDate to) {
        return switch (groupBy) {
            case CONTROL -> repairs.byControl(circle, from, to);
            case SEVERITY -> repairs.bySeverity(repairs.byControl(circle, from, to));
            case ACCOUNT -> {
                if (circle.account() != null || circle.ou() != null) {
                    var name = circle.ou() == null ? "accountId" : "ou";
                    throw BadCall.malformed(name, "cannot be given with groupBy=ACCOUNT");
                }
                yield repairs.byAccount(from, to);
            }
        };
    }
}
