package io.shisei.api.finding;

import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Moved;
import io.shisei.finding.history.Reason;
import io.shisei.finding.history.ScanMoveFilter;
import io.shisei.finding.history.ScanMoves;
import io.shisei.paging.Page;
import io.shisei.scan.Scan;
import io.shisei.scan.Scans;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What single scans moved. */
@RestController
@RequestMapping("/api/v1/scans/{id}/movements")
@Tag(name = "Scans")
class ScanMovementController {

    private final Scans scans;
    private final ScanMoves moves;

    ScanMovementController(Scans scans, ScanMoves moves) {
        this.scans = scans;
        this.moves = moves;
    }

    /** A change of a finding that a scan saw, and that moved scores; {@code resourceId} is the resource's ARN. */
    @Schema(name = "ScanMovement")
    record Item(UUID findingId, String controlId, String resourceId, String resourceType, TransitionItem transition) {
        static Item of(Moved moved, Language language) {
            var it = moved.transition();
            return new Item(
                    it.findingId(),
                    moved.control().value(),
                    it.resource().arn(),
                    it.resource().type(),
                    TransitionItem.of(it, language));
        }
    }

    /** So many findings passed from one count to another, for the same cause. */
    @Schema(name = "ScanMove")
    record Sum(MoveCause cause, Counted was, Counted became, long findings) {
        static Sum of(Reason reason) {
            return new Sum(reason.cause(), reason.was(), reason.became(), reason.findings());
        }
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(
            summary =
                    "List the findings that a scan moved from one count of scores to another, those of severe controls"
                            + " first: became=FAILED is what newly failed, was=FAILED what was repaired")
    Page<Item> list(
            @PathVariable UUID id,
            @RequestParam(name = "cause", required = false) @Nullable MoveCause cause,
            @RequestParam(name = "was", required = false) @Nullable Counted was,
            @RequestParam(name = "became", required = false) @Nullable Counted became,
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        var scan = scan(id);
        var filter = new ScanMoveFilter(id, scan.accountId(), scan.queuedAt(), scan.finishedAt(), cause, was, became);
        return paging.read(page -> moves.list(filter, moves.sums(id), page)).map(it -> Item.of(it, language));
    }

    @GetMapping("/sums")
    @Needs(Permission.READ)
    @Operation(summary = "Count the findings that a scan moved, by cause and by the counts between which they passed")
    List<Sum> sums(@PathVariable UUID id) {
        scan(id);
        return moves.sums(id).stream().map(Sum::of).toList();
    }

    private Scan scan(UUID id) {
        return scans.find(id).orElseThrow(() -> BadCall.unknown("scan", id));
    }
}
